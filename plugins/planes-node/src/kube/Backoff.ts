/** How delays between attempts grow. */
export interface BackoffOptions {
  /** The first delay's upper bound. */
  readonly baseMs: number;
  /** No delay is longer. */
  readonly maxMs: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Exponential delays with jitter, so that many watches that failed together don't come back together. */
export class Backoff {
  readonly #options: BackoffOptions;
  #attempt = 0;

  constructor(options: BackoffOptions) {
    this.#options = options;
  }

  /** The next delay in milliseconds: half of the current bound, and up to the other half at random. */
  next(): number {
    const { baseMs, maxMs, random } = this.#options;
    const bound = Math.min(maxMs, baseMs * 2 ** Math.min(this.#attempt, 30));
    this.#attempt++;
    return bound / 2 + (bound / 2) * random();
  }

  reset(): void {
    this.#attempt = 0;
  }
}
