import { Timing } from './timing';

const BACKOFF_MIN_MS = 500;
const BACKOFF_MAX_MS = 60_000;

/** What a {@link WorkQueue} does with each key. */
export interface WorkQueueOptions {
  readonly timing: Timing;
  /** How many keys are worked on at the same time. */
  readonly concurrency: number;
  /** The longest pause after a failure, in milliseconds; a minute unless given. */
  readonly maxPauseMs?: number;
  /** Works on a key; may say in how many milliseconds the key is due again. A failure is tried again with growing pauses. */
  readonly work: (key: string) => Promise<number | undefined>;
  readonly onFailure: (key: string, error: unknown) => void;
  /** Called when nothing is left to work on at the moment. */
  readonly onIdle: () => void;
}

/** Keys to work on: each once at a time, and once more where it was added meanwhile. */
export class WorkQueue {
  readonly #options: WorkQueueOptions;
  readonly #waiting = new Set<string>();
  readonly #working = new Set<string>();
  readonly #again = new Set<string>();
  readonly #timers = new Map<string, () => void>();
  readonly #failures = new Map<string, number>();
  #idleListeners: (() => void)[] = [];
  #stopped = false;

  constructor(options: WorkQueueOptions) {
    this.#options = options;
  }

  add(key: string): void {
    if (this.#stopped) {
      return;
    }
    this.#cancelTimer(key);
    if (this.#working.has(key)) {
      this.#again.add(key);
    } else {
      this.#waiting.add(key);
      this.#startNext();
    }
  }

  /** True while no key is waiting or worked on; keys that are due later do not count. */
  get idle(): boolean {
    return this.#waiting.size === 0 && this.#working.size === 0;
  }

  /** Forgets what is waiting, and resolves when nothing is worked on any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting.clear();
    this.#again.clear();
    for (const key of [...this.#timers.keys()]) {
      this.#cancelTimer(key);
    }
    if (!this.idle) {
      await new Promise<void>(resolve => this.#idleListeners.push(resolve));
    }
  }

  #startNext(): void {
    for (const key of this.#waiting) {
      if (this.#working.size >= this.#options.concurrency) {
        return;
      }
      this.#waiting.delete(key);
      this.#working.add(key);
      this.#workOn(key);
    }
  }

  async #workOn(key: string): Promise<void> {
    let dueIn: number | undefined;
    try {
      dueIn = await this.#options.work(key);
      this.#failures.delete(key);
    } catch (error) {
      dueIn = this.#nextPause(key);
      if (!this.#stopped) {
        this.#options.onFailure(key, error);
      }
    }
    this.#working.delete(key);
    if (this.#again.delete(key)) {
      this.#waiting.add(key);
    } else if (dueIn !== undefined && !this.#stopped) {
      this.#timers.set(
        key,
        this.#options.timing.after(dueIn, () => this.add(key)),
      );
    }
    this.#startNext();
    if (this.idle) {
      this.#options.onIdle();
      const listeners = this.#idleListeners;
      this.#idleListeners = [];
      for (const listener of listeners) {
        listener();
      }
    }
  }

  #nextPause(key: string): number {
    const failures = this.#failures.get(key) ?? 0;
    this.#failures.set(key, failures + 1);
    const { maxPauseMs = BACKOFF_MAX_MS } = this.#options;
    return Math.min(BACKOFF_MIN_MS * 2 ** failures, maxPauseMs);
  }

  #cancelTimer(key: string): void {
    this.#timers.get(key)?.();
    this.#timers.delete(key);
  }
}
