import { ApiObject } from '../objects/ApiObject';

/** An object and the key under which it is stored. */
export interface Entry {
  readonly key: string;
  readonly object: ApiObject;
}

/** The position of the first entry whose key is not before the given one. */
export function lowerBound(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle].key < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Objects in the order of their keys. A snapshot costs nothing until the next change. */
export class SortedObjects {
  #entries: Entry[] = [];
  #shared = false;

  get(key: string): ApiObject | undefined {
    const found = this.#entries[lowerBound(this.#entries, key)];
    return found?.key === key ? found.object : undefined;
  }

  put(key: string, object: ApiObject): void {
    const entries = this.#writable();
    const index = lowerBound(entries, key);
    const replaced = entries[index]?.key === key ? 1 : 0;
    entries.splice(index, replaced, { key, object });
  }

  remove(key: string): void {
    const entries = this.#writable();
    const index = lowerBound(entries, key);
    if (entries[index]?.key === key) {
      entries.splice(index, 1);
    }
  }

  /** The entries as they are now, unaffected by later changes. */
  snapshot(): readonly Entry[] {
    this.#shared = true;
    return this.#entries;
  }

  #writable(): Entry[] {
    if (this.#shared) {
      this.#entries = this.#entries.slice();
      this.#shared = false;
    }
    return this.#entries;
  }
}
