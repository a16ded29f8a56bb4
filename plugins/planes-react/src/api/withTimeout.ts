/**
 * A signal that aborts with the given one, and after a time in any case.
 *
 * @public
 */
export function withTimeout(
  timeoutMs: number,
  signal: AbortSignal | undefined,
): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
