import { PollingStore } from './PollingStore';

const MAX_STORES = 100;

/**
 * One store per key, so that all components of a page share its requests. Forgets those that nobody listens to.
 *
 * @public
 */
export class StoreCache<T> {
  readonly #maxStores: number;
  readonly #stores = new Map<string, PollingStore<T>>();

  /** @param options - `maxStores`: how many are kept; less where values are large. Default: 100 */
  constructor(options: { maxStores?: number } = {}) {
    this.#maxStores = options.maxStores ?? MAX_STORES;
  }

  /** The store of a key, made unless there is one. */
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
      if (this.#stores.size < this.#maxStores) {
        return;
      }
      if (store.idle) {
        this.#stores.delete(key);
      }
    }
  }
}
