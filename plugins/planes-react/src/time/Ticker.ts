/** Calls everybody who listens at one pace while the page is visible: one timer, however many listen. */
export class Ticker {
  readonly #stepMs: number;
  readonly #listeners = new Set<(nowMs: number) => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  get idle(): boolean {
    return this.#listeners.size === 0;
  }

  subscribe(listener: (nowMs: number) => void): () => void {
    if (this.idle) {
      document.addEventListener('visibilitychange', this.#restart);
    }
    this.#listeners.add(listener);
    if (this.#timer === undefined) {
      this.#start();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.idle) {
        document.removeEventListener('visibilitychange', this.#restart);
        this.#stop();
      }
    };
  }

  readonly #restart = (): void => {
    this.#stop();
    if (document.visibilityState !== 'hidden') {
      this.#tick();
      this.#start();
    }
  };

  #start(): void {
    if (document.visibilityState !== 'hidden') {
      this.#timer = setInterval(() => this.#tick(), this.#stepMs);
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    const now = Date.now();
    this.#listeners.forEach(listener => listener(now));
  }
}
