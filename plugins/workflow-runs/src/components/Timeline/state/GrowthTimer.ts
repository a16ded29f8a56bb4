const SHORTEST_MS = 100;
const LONGEST_MS = 1000;

/** Calls back as often as what grows with the time moves by a pixel, once a second at least, while the page is visible. */
export class GrowthTimer {
  readonly #tick: () => void;
  readonly #msPerPixel: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param options - `msPerPixel` is asked before every wait */
  constructor(options: { tick: () => void; msPerPixel: () => number }) {
    this.#tick = options.tick;
    this.#msPerPixel = options.msPerPixel;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#schedule);
    this.#schedule();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#schedule);
    clearTimeout(this.#timer);
  }

  readonly #schedule = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState !== 'hidden') {
      const wait = Math.min(
        LONGEST_MS,
        Math.max(SHORTEST_MS, this.#msPerPixel()),
      );
      this.#timer = setTimeout(this.#run, wait);
    }
  };

  readonly #run = (): void => {
    this.#tick();
    this.#schedule();
  };
}
