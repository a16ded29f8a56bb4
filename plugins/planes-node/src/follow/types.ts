import type { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';

/** Where an object of a control plane is found. @public */
export interface FollowedRef<K extends string = string> {
  /** The name in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
  readonly kind: K;
  /** Undefined for cluster-scoped kinds. */
  readonly namespace?: string;
  readonly name: string;
}

/** An object of a control plane, as far as it must be known to be followed. @public */
export interface FollowedObject {
  readonly ref: FollowedRef;
  readonly uid: string;
}

/** A kind in API group `openchoreo.dev` that is followed. @public */
export interface FollowedKind<K extends string = string> {
  readonly kind: K;
  /** The resource name in API paths, for example `workflowruns`. */
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
}

/**
 * One list+watch: a kind of one control plane, cluster-wide or of one namespace.
 *
 * @remarks
 * The states mean what they mean for planes: objects of a `stale` or `forbidden` source are as they were at `since`, `absent`
 * is a kind that the control plane does not serve, which is normal.
 *
 * @public
 */
export interface FollowedSource<K extends string = string>
  extends Omit<SourceStatus, 'kind' | 'planes'> {
  readonly kind: K;
  /** How many objects are known of it. */
  readonly items: number;
}

/** What came of reading an object at the door. @public */
export type ReadResult<T> =
  | { readonly ok: true; readonly item: T }
  | {
      readonly ok: false;
      /** Goes to the log: nothing of the object but its name. */
      readonly error: object;
    };

/** Something that happened to what is followed. @public */
export type FollowedChange<T extends FollowedObject> =
  | { readonly type: 'added'; readonly item: T }
  | { readonly type: 'changed'; readonly item: T; readonly previous: T }
  | { readonly type: 'removed'; readonly item: T }
  | {
      /** A source's state changed; `lastSyncedAt` moved when it was listed anew. */
      readonly type: 'source';
      readonly source: FollowedSource<T['ref']['kind']>;
      readonly previous: FollowedSource<T['ref']['kind']>;
    };

/** What is followed, at one moment; never changes. @public */
export interface FollowedSnapshot<T extends FollowedObject> {
  readonly items: readonly T[];
  readonly sources: readonly FollowedSource<T['ref']['kind']>[];
  /** Grows with every change. */
  readonly revision: number;
}

/** What to follow, and how to read it. @public */
export interface FollowOptions<T extends FollowedObject> {
  /** What they are called together, in the log: `workflow runs`. */
  readonly name: string;
  readonly kinds: readonly FollowedKind<T['ref']['kind']>[];
  /** Reads an object; what it returns is all that is kept. Never throws. */
  read(
    object: unknown,
    context: {
      readonly controlPlane: string;
      /** How far the clock of the control plane is ahead of ours, in milliseconds; 0 unless given. */
      readonly aheadMs?: number;
    },
  ): ReadResult<T>;
  /** Whether two observations of an object say the same, so that the later one is no change. */
  isSame(previous: T, next: T): boolean;
}

/**
 * Objects of every configured control plane, kept current by list+watch.
 *
 * @remarks
 * An object leaves only when its control plane says so. While a source cannot be read, its objects stay and the source tells
 * since when they are unverified.
 *
 * @public
 */
export interface ResourceFollower<T extends FollowedObject> {
  snapshot(): FollowedSnapshot<T>;
  get(ref: T['ref']): T | undefined;
  getByUid(uid: string): T | undefined;
  /** The source that an object comes from. */
  sourceOf(ref: T['ref']): FollowedSource<T['ref']['kind']> | undefined;
  /**
   * Calls the listener with every batch of changes, in order, right when they happen.
   *
   * @returns a function that ends the subscription
   */
  subscribe(
    listener: (changes: readonly FollowedChange<T>[]) => void,
  ): () => void;
  /** Ends every watch; what is known stays readable. */
  stop(): Promise<void>;
}

/** Follows resources of the control planes, of any kind of API group `openchoreo.dev`. @public */
export interface ControlPlaneWatcher {
  /** Begins at once, and goes on until it is stopped or the backend ends. */
  follow<T extends FollowedObject>(
    options: FollowOptions<T>,
  ): ResourceFollower<T>;
}
