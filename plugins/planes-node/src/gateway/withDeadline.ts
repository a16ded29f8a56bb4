import { setTimeout as delay } from 'node:timers/promises';

/** What a signal is aborted with when the time is over. */
export class DeadlineError extends Error {}

/**
 * Runs a task with a signal that is aborted when the caller's is, or when the time is over; leaves no listener behind
 * on the caller's signal, which may live as long as the process.
 *
 * @throws DeadlineError, the reason of the caller's signal, or what the task throws
 */
export async function withDeadline<T>(
  options: {
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
    readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  },
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, timeoutMs, sleep = systemSleep } = options;
  signal.throwIfAborted();
  const abort = new AbortController();
  const finished = new AbortController();
  const cancel = () => abort.abort(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  sleep(timeoutMs, finished.signal).then(
    () => abort.abort(new DeadlineError()),
    () => undefined,
  );
  try {
    return await task(abort.signal);
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : error;
  } finally {
    finished.abort();
    signal.removeEventListener('abort', cancel);
  }
}

function systemSleep(ms: number, signal: AbortSignal): Promise<void> {
  return delay(ms, undefined, { signal });
}
