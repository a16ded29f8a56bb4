interface Entry<T> {
  readonly at: number;
  readonly sequence: number;
  readonly item: T;
}

/** A binary heap of what happens when. Of items of the same time, the one that was added first comes first. */
export class EventQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #added = 0;

  /** When the next item is due. */
  get nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  add(at: number, item: T): void {
    this.#added += 1;
    this.#heap.push({ at, sequence: this.#added, item });
    let index = this.#heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) {
        return;
      }
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** Takes the next item out. */
  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first !== undefined && last !== undefined && first !== last) {
      this.#heap[0] = last;
      this.#sink();
    }
    return first?.item;
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      let smallest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#heap.length && this.#before(child, smallest)) {
          smallest = child;
        }
      }
      if (smallest === index) {
        return;
      }
      this.#swap(index, smallest);
      index = smallest;
    }
  }

  #before(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    return (
      first.at < second.at ||
      (first.at === second.at && first.sequence < second.sequence)
    );
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
  }
}
