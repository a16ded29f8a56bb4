/** A value outside of React, so that only those are rendered who show it. */
export class ValueStore<T> {
  readonly #listeners = new Set<() => void>();
  #value: T | undefined;

  readonly get = (): T | undefined => this.#value;

  readonly set = (value: T | undefined): void => {
    if (value !== this.#value) {
      this.#value = value;
      this.#listeners.forEach(listener => listener());
    }
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
