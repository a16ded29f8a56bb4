import type { Span } from '../geometry/span';

const DURATION_MS = 160;

function easeOut(share: number): number {
  return 1 - (1 - share) ** 3;
}

/** A window on its way to another one. */
export class WindowMove {
  readonly #from: Span;
  readonly to: Span;
  #startedAt: number | undefined;

  constructor(from: Span, to: Span) {
    this.#from = from;
    this.to = to;
  }

  /** @param time - of a frame, in milliseconds */
  at(time: number): { window: Span; done: boolean } {
    this.#startedAt ??= time;
    const share = Math.min(1, (time - this.#startedAt) / DURATION_MS);
    if (share === 1) {
      return { window: this.to, done: true };
    }
    const eased = easeOut(share);
    const between = (one: number, other: number) => one + (other - one) * eased;
    return {
      window: {
        start: between(this.#from.start, this.to.start),
        end: between(this.#from.end, this.to.end),
      },
      done: false,
    };
  }
}
