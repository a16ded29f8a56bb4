import { JsonObject } from '../../../objects/json';
import { MemoizedResult } from '../options';
import { Memoize } from '../spec/Template';

interface Entry {
  readonly outputs: JsonObject;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Results of templates that are remembered, by cache and key. */
export class MemoCache {
  readonly #entries = new Map<string, Entry>();

  /** What others left there counts as saved at `now`. */
  constructor(results: readonly MemoizedResult[], now: number) {
    for (const { cacheName, key, outputs } of results) {
      this.save({ cacheName, key }, outputs, now);
    }
  }

  /** The remembered outputs, unless there are none or they are too old. */
  load(
    { cacheName, key, maxAge }: Memoize,
    now: number,
  ): JsonObject | undefined {
    const entry = this.#entries.get(`${cacheName}/${key}`);
    return entry && now - entry.savedAt <= (maxAge ?? Infinity)
      ? entry.outputs
      : undefined;
  }

  save(
    { cacheName, key }: Pick<Memoize, 'cacheName' | 'key'>,
    outputs: JsonObject,
    now: number,
  ): void {
    this.#entries.set(`${cacheName}/${key}`, { outputs, savedAt: now });
  }
}
