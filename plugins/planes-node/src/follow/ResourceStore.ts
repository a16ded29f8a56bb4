import { refKey } from './refKey';
import type {
  NewSource,
  SourceId,
  SourceState,
  SourceStore,
} from './SourceStore';
import type {
  FollowedChange,
  FollowedObject,
  FollowedSnapshot,
  FollowedSource,
  FollowOptions,
} from './types';

interface Source<T extends FollowedObject> {
  status: NewSource<T['ref']['kind']>;
  readonly items: Map<string, T>;
}

/** What is known of objects and their sources. Pure bookkeeping: no I/O, no clock. */
export class ResourceStore<T extends FollowedObject>
  implements SourceStore<T, FollowedChange<T>>
{
  readonly #isSame: FollowOptions<T>['isSame'];
  readonly #sources = new Map<SourceId, Source<T>>();
  readonly #byRef = new Map<string, { item: T; source: Source<T> }>();
  readonly #byUid = new Map<string, T>();
  #revision = 0;
  #snapshot: FollowedSnapshot<T> | undefined;

  constructor(options: Pick<FollowOptions<T>, 'isSame'>) {
    this.#isSame = options.isSame;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  addSource(id: SourceId, source: NewSource<T['ref']['kind']>): void {
    this.#sources.set(id, { status: source, items: new Map() });
    this.#moved();
  }

  status(id: SourceId): FollowedSource<T['ref']['kind']> {
    return statusOf(this.#source(id));
  }

  /** The same object until something changes. */
  snapshot(): FollowedSnapshot<T> {
    this.#snapshot ??= {
      items: Array.from(this.#byRef.values(), ({ item }) => item),
      sources: Array.from(this.#sources.values(), statusOf),
      revision: this.#revision,
    };
    return this.#snapshot;
  }

  get(ref: T['ref']): T | undefined {
    return this.#byRef.get(refKey(ref))?.item;
  }

  getByUid(uid: string): T | undefined {
    return this.#byUid.get(uid);
  }

  sourceOf(ref: T['ref']): FollowedSource<T['ref']['kind']> | undefined {
    const source = this.#byRef.get(refKey(ref))?.source;
    return source && statusOf(source);
  }

  replace(id: SourceId, items: readonly T[]): FollowedChange<T>[] {
    const changes: FollowedChange<T>[] = [];
    const listed = new Set<string>();
    for (const item of items) {
      listed.add(refKey(item.ref));
      changes.push(...this.put(id, item));
    }
    for (const [key, item] of this.#source(id).items) {
      if (!listed.has(key)) {
        changes.push(...this.remove(id, item.ref));
      }
    }
    return changes;
  }

  put(id: SourceId, item: T): FollowedChange<T>[] {
    const source = this.#source(id);
    const key = refKey(item.ref);
    const previous = source.items.get(key);
    if (previous && previous.uid !== item.uid) {
      // Deleted and created again under the same name while we did not look.
      return [...this.remove(id, previous.ref), ...this.put(id, item)];
    }
    if (previous && this.#isSame(previous, item)) {
      return [];
    }
    source.items.set(key, item);
    this.#byRef.set(key, { item, source });
    this.#byUid.set(item.uid, item);
    this.#moved();
    return previous
      ? [{ type: 'changed', item, previous }]
      : [{ type: 'added', item }];
  }

  remove(id: SourceId, ref: T['ref']): FollowedChange<T>[] {
    const source = this.#source(id);
    const key = refKey(ref);
    const item = source.items.get(key);
    if (!item) {
      return [];
    }
    source.items.delete(key);
    this.#byRef.delete(key);
    if (this.#byUid.get(item.uid) === item) {
      this.#byUid.delete(item.uid);
    }
    this.#moved();
    return [{ type: 'removed', item }];
  }

  setState(id: SourceId, next: SourceState): FollowedChange<T>[] {
    const source = this.#source(id);
    const before = source.status;
    const unchanged =
      before.state === next.state &&
      before.error === next.error &&
      (next.lastSyncedAt === undefined ||
        before.lastSyncedAt === next.lastSyncedAt);
    if (unchanged) {
      return [];
    }
    const previous = statusOf(source);
    const { error: _, ...rest } = before;
    source.status = {
      ...rest,
      ...next,
      since: before.state === next.state ? before.since : next.since,
    };
    this.#moved();
    return [{ type: 'source', source: statusOf(source), previous }];
  }

  #source(id: SourceId): Source<T> {
    const source = this.#sources.get(id);
    if (!source) {
      throw new Error(`No source '${id}' is followed`);
    }
    return source;
  }

  #moved(): void {
    this.#snapshot = undefined;
    this.#revision++;
  }
}

function statusOf<T extends FollowedObject>({
  status,
  items,
}: Source<T>): FollowedSource<T['ref']['kind']> {
  return { ...status, items: items.size };
}
