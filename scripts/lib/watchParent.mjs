import { readFileSync } from 'node:fs';

const INTERVAL_MS = 1_000;

/**
 * Calls back when npm, which runs this script, is gone without having passed on a signal. Without
 * npm nothing is watched: a script that was started in the background may outlive its shell.
 *
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) {
    return;
  }
  const ancestors = describeAncestors();
  const timer = setInterval(() => {
    if (describeAncestors() !== ancestors) {
      clearInterval(timer);
      onGone();
    }
  }, INTERVAL_MS);
  timer.unref();
}

/** The parent, and its parent where the system tells: npm puts a shell in between. */
function describeAncestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces; the state and the parent follow it.
    return stat.slice(stat.lastIndexOf(')')).split(' ')[2];
  } catch {
    return undefined;
  }
}
