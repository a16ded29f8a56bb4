import type {
  FollowedChange,
  FollowedKind,
  FollowedObject,
  FollowedSource,
  FollowOptions,
  ResourceFollower,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { ResourceStore } from '../follow/ResourceStore';

const EPOCH = '2026-11-21T10:00:00.000Z';

/** What can be done with each follower, whatever it follows. */
export interface FillableFollower {
  readonly kinds: readonly FollowedKind[];
  list(kind: string, objects: readonly object[], controlPlane: string): void;
  put(kind: string, object: object, controlPlane: string): void;
  remove(kind: string, object: object, controlPlane: string): void;
  setState(
    kind: string,
    state: Pick<FollowedSource, 'state'> & Partial<FollowedSource>,
    controlPlane: string,
  ): void;
}

/** A follower that is filled by hand. */
export class TestResourceFollower<T extends FollowedObject>
  implements ResourceFollower<T>, FillableFollower
{
  readonly kinds: readonly FollowedKind<T['ref']['kind']>[];
  readonly #options: FollowOptions<T>;
  readonly #store: ResourceStore<T>;
  readonly #listeners = new Set<
    (changes: readonly FollowedChange<T>[]) => void
  >();
  #lists = 0;

  constructor(options: FollowOptions<T>, controlPlanes: readonly string[]) {
    this.kinds = options.kinds;
    this.#options = options;
    this.#store = new ResourceStore<T>(options);
    for (const controlPlane of controlPlanes) {
      for (const { kind, plural } of options.kinds) {
        this.#store.addSource(sourceId(controlPlane, kind), {
          controlPlane,
          kind,
          plural,
          state: 'syncing',
          since: EPOCH,
        });
      }
    }
  }

  list(kind: string, objects: readonly object[], controlPlane: string): void {
    const id = sourceId(controlPlane, kind);
    const lastSyncedAt = new Date(Date.parse(EPOCH) + ++this.#lists);
    this.#emit([
      ...this.#store.replace(
        id,
        objects.flatMap(object => this.#read(object, controlPlane)),
      ),
      ...this.#store.setState(id, {
        state: 'live',
        since: EPOCH,
        lastSyncedAt: lastSyncedAt.toISOString(),
      }),
    ]);
  }

  put(kind: string, object: object, controlPlane: string): void {
    for (const item of this.#read(object, controlPlane)) {
      const id = sourceId(controlPlane, kind);
      this.#emit(this.#store.put(id, item));
    }
  }

  remove(kind: string, object: object, controlPlane: string): void {
    for (const item of this.#read(object, controlPlane)) {
      const id = sourceId(controlPlane, kind);
      this.#emit(this.#store.remove(id, item.ref));
    }
  }

  setState(
    kind: string,
    state: Pick<FollowedSource, 'state'> & Partial<FollowedSource>,
    controlPlane: string,
  ): void {
    const id = sourceId(controlPlane, kind);
    this.#emit(this.#store.setState(id, { since: EPOCH, ...state }));
  }

  snapshot() {
    return this.#store.snapshot();
  }

  get(ref: T['ref']): T | undefined {
    return this.#store.get(ref);
  }

  getByUid(uid: string): T | undefined {
    return this.#store.getByUid(uid);
  }

  sourceOf(ref: T['ref']): FollowedSource<T['ref']['kind']> | undefined {
    return this.#store.sourceOf(ref);
  }

  subscribe(
    listener: (changes: readonly FollowedChange<T>[]) => void,
  ): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
  }

  /** None where it is malformed, as the real one skips it. */
  #read(object: object, controlPlane: string): T[] {
    const result = this.#options.read(object, { controlPlane });
    return result.ok ? [result.item] : [];
  }

  #emit(changes: readonly FollowedChange<T>[]): void {
    if (changes.length > 0) {
      for (const listener of this.#listeners) {
        listener(changes);
      }
    }
  }
}

function sourceId(controlPlane: string, kind: string): string {
  return `${controlPlane}/${kind}`;
}
