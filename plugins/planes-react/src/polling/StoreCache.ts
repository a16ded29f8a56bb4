import { PollingStore } from './PollingStore';

const MAX_STORES = 100;

/** One store per key, so that all components of a page share its requests. Forgets those that nobody listens to. */
export class StoreCache<T> {
  readonly #stores = new Map<string, PollingStore<T>>();

  get(key: string, create: () => PollingStore<T>): PollingStore<T> {
    const known = this.#stores.get(key);
    if (known) {
      return known;
    }
    const store = create();
    this.#forgetIdle();
    this.#stores.set(key, store);
    return store;
  }

  #forgetIdle(): void {
    for (const [key, store] of this.#stores) {
      if (this.#stores.size < MAX_STORES) {
        return;
      }
      if (store.idle) {
        this.#stores.delete(key);
      }
    }
  }
}
