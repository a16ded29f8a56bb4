import { Timing } from '../timing';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Time that stands still until a test moves it. */
export class FakeTiming implements Timing {
  readonly #timers = new Set<Timer>();
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { due: this.#now + delayMs, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves on, and runs what falls due on the way in its order. What that starts is not waited for. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers]
        .sort((a, b) => a.due - b.due)
        .find(({ due }) => due <= end);
      if (!next) {
        this.#now = end;
        return;
      }
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
  }
}
