import { ApiObject } from '../objects/ApiObject';

/** One change of one object. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  revision: number;
  /** Path of the object inside its resource: `/<namespace>/<name>` or `/<name>`. */
  key: string;
  /** The object after the change; for DELETED its last state with the revision of the deletion. */
  object: ApiObject;
  /** The object before the change. */
  previous?: ApiObject;
}

/** The latest changes of one resource, in order, bounded. What is forgotten makes a watch answer 410. */
export class EventLog {
  readonly #limit: number;
  #events: StoreEvent[] = [];
  #oldest: number;

  constructor(firstRevision: number, limit: number) {
    this.#oldest = firstRevision;
    this.#limit = limit;
  }

  /** A watch may start at this revision or later. */
  get oldest(): number {
    return this.#oldest;
  }

  append(event: StoreEvent): void {
    this.#events.push(event);
    // Trimming only at twice the limit keeps the cost of an append constant on average.
    if (this.#events.length >= 2 * this.#limit) {
      const dropped = this.#events.length - this.#limit;
      this.#oldest = this.#events[dropped - 1].revision;
      this.#events = this.#events.slice(dropped);
    }
  }

  /** Every change after the revision, or undefined where some of them are forgotten. */
  since(revision: number): readonly StoreEvent[] | undefined {
    if (revision < this.#oldest) {
      return undefined;
    }
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#events[middle].revision <= revision) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.#events.slice(low);
  }

  /** Forgets everything before the revision. */
  compact(revision: number): void {
    this.#events = [];
    this.#oldest = revision;
  }
}
