/** What keeps a timeout for as long as the signal that follows it. */
const timeouts = new WeakMap<AbortSignal, AbortSignal>();

/**
 * A signal that aborts with the given one, and after a time in any case.
 *
 * @remarks
 * `AbortSignal.any([signal, AbortSignal.timeout(ms)])` is not enough: Node holds the signals that another one follows weakly, and a
 * timeout that nobody else holds is collected as garbage and never comes.
 *
 * @public
 */
export function withTimeout(
  timeoutMs: number,
  signal: AbortSignal | undefined,
): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  if (!signal) {
    return timeout;
  }
  const either = AbortSignal.any([signal, timeout]);
  timeouts.set(either, timeout);
  return either;
}
