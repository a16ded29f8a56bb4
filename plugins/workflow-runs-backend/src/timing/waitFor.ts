/** Options of {@link waitFor}. */
export interface WaitOptions {
  /** How long to wait at most. */
  readonly timeoutMs: number;
  /** Ends the waiting, not what is waited for. */
  readonly signal: AbortSignal;
}

/**
 * Waits for something that others wait for as well, but not for ever.
 *
 * @returns whether it is done; false when the time is over
 * @throws the reason of the signal, or what it rejects with
 */
export async function waitFor(
  task: Promise<unknown>,
  { timeoutMs, signal }: WaitOptions,
): Promise<boolean> {
  signal.throwIfAborted();
  let cancel = () => {};
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<boolean>((resolve, reject) => {
    cancel = () => reject(signal.reason);
    signal.addEventListener('abort', cancel, { once: true });
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([task.then(() => true), over]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
