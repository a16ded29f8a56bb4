import { Backoff } from './Backoff';
import { isExpired, isNotServed } from './errors';
import {
  DEFAULT_TIMING,
  type ListWatchOptions,
  SYSTEM_RUNTIME,
} from './ListWatchOptions';
import { ListWatchSession } from './ListWatchSession';

/**
 * Keeps a handler informed about a collection until the signal aborts, whatever fails meanwhile.
 *
 * @remarks
 * A watch that ends is resumed from the last resourceVersion. The collection is listed anew only when that
 * version is too old (410), when the watch broke before it brought anything, when it fell silent (also what a restored API server looks like, whose
 * versions are behind ours), or when the stream was garbled.
 */
export async function listWatch<T>(
  options: ListWatchOptions<T>,
): Promise<void> {
  const { handler, signal, runtime = SYSTEM_RUNTIME } = options;
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const backoff = new Backoff({
    baseMs: timing.retryBaseMs,
    maxMs: timing.retryMaxMs,
    random: runtime.random,
  });
  const session = new ListWatchSession(options, timing, runtime);
  while (!signal.aborted) {
    const startedAt = runtime.now();
    let pause: number | undefined;
    try {
      await session.run();
      handler.onEnd?.(undefined);
    } catch (error) {
      if (signal.aborted) {
        break;
      }
      handler.onEnd?.(error);
      // Accepted, broken and empty: nothing says that the next watch would bring more.
      const wasUseless =
        session.hadContact &&
        !session.hadEvents &&
        runtime.now() - startedAt < timing.stableAfterMs;
      if (wasUseless || session.needsList(error)) {
        session.forgetPosition();
      }
      if (!session.hadContact && !isExpired(error)) {
        handler.onFailure(error);
      }
      if (isNotServed(error)) {
        pause = timing.notServedRetryMs;
      }
    }
    if (runtime.now() - startedAt >= timing.stableAfterMs) {
      backoff.reset();
    }
    await runtime.sleep(pause ?? backoff.next(), signal).catch(() => undefined);
  }
}
