import { setImmediate as settle } from 'node:timers/promises';
import type { ListWatchRuntime } from '../../kube';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes only when a test says so. */
export class TestTime implements ListWatchRuntime {
  readonly #start = Date.parse('2026-11-21T10:00:00Z');
  readonly #sleepers = new Set<Sleeper>();
  #now = 0;
  /** What {@link TestTime.random} gives; in the middle, so that jitter adds nothing. */
  luck = 0.5;

  readonly now = (): number => this.#now;
  readonly random = (): number => this.luck;
  readonly clock = (): Date => new Date(this.#start + this.#now);

  readonly sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    let wake = () => {};
    const woken = new Promise<void>(resolve => {
      wake = resolve;
    });
    const sleeper = { at: this.#now + ms, wake };
    this.#sleepers.add(sleeper);
    signal.addEventListener('abort', wake);
    await woken;
    signal.removeEventListener('abort', wake);
    this.#sleepers.delete(sleeper);
    signal.throwIfAborted();
  };

  /** How many wait for the time to pass. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** How long until the next one wakes, in milliseconds. */
  get pause(): number {
    return Math.min(...Array.from(this.#sleepers, ({ at }) => at)) - this.#now;
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const [next] = [...this.#sleepers].sort((a, b) => a.at - b.at);
      if (!next || next.at > end) {
        break;
      }
      this.#now = next.at;
      this.#sleepers.delete(next);
      next.wake();
      await settle();
    }
    this.#now = end;
  }
}
