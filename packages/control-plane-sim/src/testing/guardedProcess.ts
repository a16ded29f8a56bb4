import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const STOP_GRACE_MS = 10_000;
const LOG_TAIL_LINES = 15;

/**
 * Runs `"$@"` and terminates it once standard input ends, which the kernel brings about however the
 * process that holds the other end dies. Background jobs of a shell lose standard input, hence the
 * copy of it.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- &
child=$!
{ cat <&3 >/dev/null; kill -TERM "$child" 2>/dev/null; } &
guard=$!
wait "$child"
status=$?
kill "$guard" 2>/dev/null
exit "$status"
`;

/**
 * Options for {@link startGuardedProcess}.
 */
export interface GuardedProcessOptions {
  /** Absolute path of the program. */
  command: string;
  args: readonly string[];
  /** Standard output and error are appended to this file. */
  logFile: string;
}

/**
 * A running program that never outlives this process.
 */
export interface GuardedProcess {
  /** Whether the program still runs. */
  isRunning(): boolean;
  /** The last lines of the log, to explain a failure. */
  logTail(): Promise<string>;
  /** Asks the program to end, insists after ten seconds; resolves when it is gone. */
  stop(): Promise<void>;
  /** Kills the program without asking; resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a program that ends with this process, even when this process is killed.
 */
export function startGuardedProcess(
  options: GuardedProcessOptions,
): GuardedProcess {
  const log = openSync(options.logFile, 'a');
  const child = spawn(
    '/bin/sh',
    ['-c', GUARD, 'guard', options.command, ...options.args],
    { stdio: ['pipe', log, log], detached: true },
  );
  closeSync(log);
  let running = true;
  const exited = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  );
  void exited.then(() => {
    running = false;
    child.stdin?.destroy();
  });

  return {
    isRunning: () => running,
    async logTail() {
      const text = await readFile(options.logFile, 'utf8');
      return text.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
    },
    async stop() {
      child.stdin?.destroy();
      const insist = setTimeout(() => killGroup(child.pid), STOP_GRACE_MS);
      await exited;
      clearTimeout(insist);
    },
    async kill() {
      killGroup(child.pid);
      await exited;
    },
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
