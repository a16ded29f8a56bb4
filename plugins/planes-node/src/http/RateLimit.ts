import { TooManyRequestsError } from './TooManyRequestsError';

/** Lets something happen once in a while for each key. @public */
export class RateLimit {
  readonly #intervalMs: number;
  readonly #clock: () => Date;
  readonly #lastAt = new Map<string, number>();

  constructor(options: { intervalMs: number; clock: () => Date }) {
    this.#intervalMs = options.intervalMs;
    this.#clock = options.clock;
  }

  /**
   * Takes the turn of a key.
   *
   * @param what - begins the sentence of the error: "The agents of ... were told to reconnect"
   * @throws TooManyRequestsError that says when to try again
   */
  take(key: string, what: string): void {
    const now = this.#clock().getTime();
    for (const [other, at] of this.#lastAt) {
      if (now - at >= this.#intervalMs) {
        this.#lastAt.delete(other);
      }
    }
    const last = this.#lastAt.get(key);
    if (last !== undefined) {
      const seconds = Math.ceil((last + this.#intervalMs - now) / 1000);
      throw new TooManyRequestsError(
        `${what} just now: try again in ${seconds} s`,
        seconds,
      );
    }
    this.#lastAt.set(key, now);
  }
}
