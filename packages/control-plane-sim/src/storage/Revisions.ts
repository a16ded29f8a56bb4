/** The one counter behind every resourceVersion, as etcd's revision is in a real cluster. */
export class Revisions {
  #current: number;

  constructor(first: number) {
    this.#current = first;
  }

  get current(): number {
    return this.#current;
  }

  next(): number {
    this.#current += 1;
    return this.#current;
  }
}
