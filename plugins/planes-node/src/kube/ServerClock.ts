/** A smaller difference is none: what is told with it is a minute off at most. */
const NOTABLE_MS = 60_000;
/** The header of an answer has no fractions of a second. */
const SECOND_MS = 1_000;

/** How far the clock of an API server is from ours, by what its answers say. */
export class ServerClock {
  #aheadMs: number | undefined;
  /** A step of which one answer told. */
  #rumourMs: number | undefined;

  /** How far it is ahead of ours, in milliseconds; behind where negative. 0 where they agree to a minute. */
  get aheadMs(): number {
    return this.#aheadMs ?? 0;
  }

  /**
   * Takes over what an answer says.
   *
   * @remarks
   * A step is believed when two answers in a row tell of it: where this process stood still, one that arrived meanwhile is old.
   *
   * @param date - its Date header
   * @param askedAtMs - when it was asked for, by our clock. Times that are corrected by it are at most as much too old as the answer
   * took, and never in the future.
   */
  observe(date: string | undefined, askedAtMs: number): void {
    const differenceMs = Date.parse(date ?? '') + SECOND_MS - askedAtMs;
    if (Number.isNaN(differenceMs)) {
      return;
    }
    const aheadMs = Math.abs(differenceMs) < NOTABLE_MS ? 0 : differenceMs;
    if (this.#aheadMs !== undefined && isClose(aheadMs, this.#aheadMs)) {
      this.#rumourMs = undefined;
    } else if (
      this.#aheadMs === undefined ||
      (this.#rumourMs !== undefined && isClose(aheadMs, this.#rumourMs))
    ) {
      this.#aheadMs = aheadMs;
      this.#rumourMs = undefined;
    } else {
      this.#rumourMs = aheadMs;
    }
  }
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < NOTABLE_MS;
}
