import { programFailure } from './supervisor.mjs';
import { UserError } from './userError.mjs';

/**
 * Awaits something that a program brings about, for as long as the program runs.
 *
 * @template T
 * @param {import('./supervisor.mjs').Program} program
 * @param {number} timeoutMs
 * @param {(signal: AbortSignal) => Promise<T>} wait
 * @returns {Promise<T>}
 * @throws {UserError} when the program ends first, or the time is over
 */
export async function whileRunning(program, timeoutMs, wait) {
  const abort = new AbortController();
  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = program.exited.then(async code => {
    throw await programFailure(program, code);
  });
  // Once the wait is over nobody listens to the program's end here any more.
  ended.catch(() => {});
  const late = new Promise((_, reject) => {
    timeout.addEventListener('abort', () =>
      reject(
        new UserError(
          `'${program.name}' was not ready in time. Its output is in ${program.logFile}`,
        ),
      ),
    );
  });
  try {
    return await Promise.race([wait(abort.signal), ended, late]);
  } finally {
    abort.abort();
  }
}
