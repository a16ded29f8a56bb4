import { ApiObject } from '../objects/ApiObject';
import { EventLog, StoreEvent } from './EventLog';
import { Revisions } from './Revisions';
import { Entry, SortedObjects } from './SortedObjects';

/** How many past snapshots are kept at hand for paged lists. */
const SNAPSHOT_LIMIT = 32;

/** The objects of one resource as they were at one revision. */
export interface Snapshot {
  readonly revision: number;
  readonly entries: readonly Entry[];
}

/** The path of an object inside its resource, ordered as Kubernetes orders lists. */
export function storeKey(namespace: string | undefined, name: string): string {
  return namespace === undefined ? `/${name}` : `/${namespace}/${name}`;
}

/** The objects of one resource, with their history. */
export class ResourceStore {
  readonly #revisions: Revisions;
  readonly #log: EventLog;
  readonly #objects = new SortedObjects();
  readonly #snapshots = new Map<number, readonly Entry[]>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  #lastChange: number;

  constructor(revisions: Revisions, historyLimit: number) {
    this.#revisions = revisions;
    this.#lastChange = revisions.current;
    this.#log = new EventLog(revisions.current, historyLimit);
  }

  /** The current revision of the whole server. */
  get revision(): number {
    return this.#revisions.current;
  }

  /** The oldest revision from which a watch can start. */
  get oldestRevision(): number {
    return this.#log.oldest;
  }

  get(key: string): ApiObject | undefined {
    return this.#objects.get(key);
  }

  /** Stores the object under a new revision and returns it with its resourceVersion. */
  put(key: string, object: ApiObject): ApiObject {
    const previous = this.#objects.get(key);
    const stored = this.#stamp(object);
    this.#objects.put(key, stored);
    this.#publish({
      type: previous ? 'MODIFIED' : 'ADDED',
      revision: this.#lastChange,
      key,
      object: stored,
      previous,
    });
    return stored;
  }

  /** Removes the object; `last` is the state that watchers are told, by default the stored one. */
  remove(key: string, last?: ApiObject): ApiObject | undefined {
    const previous = this.#objects.get(key);
    if (!previous) {
      return undefined;
    }
    const removed = this.#stamp(last ?? previous);
    this.#objects.remove(key);
    this.#publish({
      type: 'DELETED',
      revision: this.#lastChange,
      key,
      object: removed,
      previous,
    });
    return removed;
  }

  /** The objects now. */
  latest(): Snapshot {
    return { revision: this.revision, entries: this.#objects.snapshot() };
  }

  /** The objects as they were at a revision, or undefined where that is forgotten. */
  at(revision: number): Snapshot | undefined {
    const kept = this.#snapshots.get(revision);
    if (kept) {
      return { revision, entries: kept };
    }
    if (revision < this.oldestRevision || revision > this.revision) {
      return undefined;
    }
    if (revision >= this.#lastChange) {
      return this.#keep(revision, this.#objects.snapshot());
    }
    const events = this.#log.since(revision);
    return events && this.#keep(revision, this.#rolledBack(events));
  }

  /** Every change after the revision, or undefined where some are forgotten. */
  eventsSince(revision: number): readonly StoreEvent[] | undefined {
    return this.#log.since(revision);
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the history before the current revision. */
  compact(): void {
    this.#log.compact(this.revision);
    this.#snapshots.clear();
  }

  /** Replaces what is stored without a change that anybody sees, as a new schema does on reading. */
  rewrite(transform: (object: ApiObject) => ApiObject): void {
    for (const { key, object } of this.#objects.snapshot()) {
      const rewritten = transform(object);
      if (rewritten !== object) {
        this.#objects.put(key, rewritten);
      }
    }
    this.#snapshots.clear();
  }

  #stamp(object: ApiObject): ApiObject {
    this.#lastChange = this.#revisions.next();
    return {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#lastChange),
      },
    };
  }

  #publish(event: StoreEvent): void {
    this.#log.append(event);
    for (const listener of this.#listeners) {
      listener(event);
    }
  }

  #keep(revision: number, entries: readonly Entry[]): Snapshot {
    this.#snapshots.delete(revision);
    this.#snapshots.set(revision, entries);
    if (this.#snapshots.size > SNAPSHOT_LIMIT) {
      for (const oldest of this.#snapshots.keys()) {
        this.#snapshots.delete(oldest);
        break;
      }
    }
    return { revision, entries };
  }

  #rolledBack(events: readonly StoreEvent[]): readonly Entry[] {
    const current = new Map(
      this.#objects.snapshot().map(({ key, object }) => [key, object]),
    );
    for (let index = events.length - 1; index >= 0; index -= 1) {
      const { key, previous } = events[index];
      if (previous) {
        current.set(key, previous);
      } else {
        current.delete(key);
      }
    }
    return Array.from(current, ([key, object]) => ({ key, object })).sort(
      (a, b) => (a.key < b.key ? -1 : 1),
    );
  }
}
