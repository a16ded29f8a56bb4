/** Calls back once in the next frame, however often that is asked for until then. */
export class Frames {
  readonly #callback: (time: number) => void;
  #request: number | undefined;

  constructor(callback: (time: number) => void) {
    this.#callback = callback;
  }

  request(): void {
    this.#request ??= requestAnimationFrame(time => {
      this.#request = undefined;
      this.#callback(time);
    });
  }

  cancel(): void {
    if (this.#request !== undefined) {
      cancelAnimationFrame(this.#request);
      this.#request = undefined;
    }
  }
}
