// Preloaded into the programs that the scripts start. Their standard input is a pipe whose other end
// the kernel closes however the starting script dies; then this process and its group end as well.
const { isMainThread } = require('node:worker_threads');

const INSIST_AFTER_MS = 8_000;

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}

let ending = false;
function endGroup() {
  if (!ending) {
    ending = true;
    setTimeout(() => signalGroup('SIGKILL'), INSIST_AFTER_MS).unref();
    signalGroup('SIGTERM');
  }
}

// Node preloads into worker threads as well, and into processes that this one forks.
if (isMainThread && process.env.SUPERVISOR_PID === String(process.ppid)) {
  process.stdin.on('end', endGroup);
  process.stdin.on('error', endGroup);
  process.stdin.resume();
  process.stdin.unref?.();
}
