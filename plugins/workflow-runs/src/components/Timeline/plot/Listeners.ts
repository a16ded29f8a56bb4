/** The listeners of an element, which are removed together. */
export class Listeners {
  readonly #element: HTMLElement;
  readonly #removals: (() => void)[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  add<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
    options?: AddEventListenerOptions,
  ): void {
    this.#element.addEventListener(type, listener, options);
    this.#removals.push(() =>
      this.#element.removeEventListener(type, listener, options),
    );
  }

  removeAll(): void {
    this.#removals.forEach(remove => remove());
  }
}
