export interface DebouncerOptions {
  /** Triggers closer together than this run once. */
  readonly delayMs: number;
  /** A trigger never waits longer than this, however many follow. */
  readonly maxDelayMs: number;
  /** When to run again after a failure. */
  readonly retryMs: number;
  readonly onError: (error: unknown) => void;
}

/** Runs a task some time after it was triggered, never twice at a time, and again when it failed. */
export class Debouncer {
  readonly #task: () => Promise<void>;
  readonly #options: DebouncerOptions;
  #timer: NodeJS.Timeout | undefined;
  #firstTrigger = 0;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(task: () => Promise<void>, options: DebouncerOptions) {
    this.#task = task;
    this.#options = options;
  }

  trigger(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#running) {
      this.#again = true;
      return;
    }
    const now = performance.now();
    if (this.#timer) {
      clearTimeout(this.#timer);
    } else {
      this.#firstTrigger = now;
    }
    const { delayMs, maxDelayMs } = this.#options;
    const latest = this.#firstTrigger + maxDelayMs - now;
    this.#schedule(Math.max(0, Math.min(delayMs, latest)));
  }

  /** Cancels what waits, and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#run();
    }, delayMs);
  }

  async #run(): Promise<void> {
    let failed = false;
    try {
      await this.#task();
    } catch (error) {
      failed = true;
      this.#options.onError(error);
    }
    this.#running = undefined;
    if (failed && !this.#stopped) {
      this.#again = false;
      this.#firstTrigger = performance.now();
      this.#schedule(this.#options.retryMs);
    } else if (this.#again) {
      this.#again = false;
      this.trigger();
    }
  }
}
