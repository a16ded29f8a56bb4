interface Entry<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/** What {@link BriefCache} needs. */
export interface BriefCacheOptions {
  /** How long an answer is good for. */
  readonly ttlMs: number;
  readonly clock: () => Date;
}

/** Lets those who ask for the same at about the same time share one answer. */
export class BriefCache<T> {
  readonly #options: BriefCacheOptions;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: BriefCacheOptions) {
    this.#options = options;
  }

  /** @param read - must end by itself: no caller can cancel it, since others wait for the same */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const now = this.#options.clock().getTime();
    for (const [other, { until }] of this.#entries) {
      if (until <= now) {
        this.#entries.delete(other);
      }
    }
    const known = this.#entries.get(key);
    if (known) {
      return known.value;
    }
    const value = read();
    this.#entries.set(key, { value, until: now + this.#options.ttlMs });
    value.catch(() => this.#entries.delete(key));
    return value;
  }
}
