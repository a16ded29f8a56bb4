import type { FollowedObject, FollowedSource } from './types';

/** Identifies one list+watch. */
export type SourceId = string;

/** What a source tells of itself. */
export type SourceState = Pick<FollowedSource, 'state' | 'since'> &
  Partial<Pick<FollowedSource, 'lastSyncedAt' | 'error'>>;

/** A source before anything is known of it. */
export type NewSource<K extends string> = Omit<FollowedSource<K>, 'items'>;

/** Where sources write what they learn; each method tells the changes that this makes. */
export interface SourceStore<T extends FollowedObject, C> {
  addSource(id: SourceId, source: NewSource<T['ref']['kind']>): void;
  status(id: SourceId): SourceState;
  /** Takes over a complete list: what it lacks is gone. */
  replace(id: SourceId, items: readonly T[]): C[];
  /** Takes over one object as it is now. */
  put(id: SourceId, item: T): C[];
  remove(id: SourceId, ref: T['ref']): C[];
  /** Sets a source's state; no change where nothing but the time of the same state would move. */
  setState(id: SourceId, next: SourceState): C[];
}
