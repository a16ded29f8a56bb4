import type { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Look } from './FaultBench';

/** What cannot be read while a fault lasts, and what the portal says of it. */
export interface Unread {
  readonly plurals: 'dataplanes' | 'all';
  readonly state: 'stale' | 'forbidden';
  readonly says: RegExp;
}

function isUnread(plural: string, unread: Unread | undefined): boolean {
  return unread?.plurals === 'all' || unread?.plurals === plural;
}

/**
 * Whether the portal says of a source what it should: where it cannot be read, why and since when, which is not before it was
 * read; else that it is live.
 */
export function isAsTold(
  { plural, state, error = '', since, lastSyncedAt = '?' }: SourceStatus,
  unread: Unread | undefined,
): boolean {
  if (state === 'absent') {
    return true;
  }
  return unread && isUnread(plural, unread)
    ? state === unread.state && unread.says.test(error) && since >= lastSyncedAt
    : state === 'live';
}

/** The kinds of the planes of a name, in order. */
export function kindsOf({ planes }: Look, name: string): string[] {
  return planes.items
    .filter(({ ref }) => ref.name === name)
    .map(({ ref }) => ref.kind)
    .sort();
}

/** The kinds of planes that the portal still knows though they have gone, and of those that it knows by now. */
export function knownMeanwhile(unread: Unread | undefined) {
  const kinds = [
    ['clusterdataplanes', 'ClusterDataPlane'],
    ['dataplanes', 'DataPlane'],
  ] as const;
  const namesOf = (isMissed: boolean) =>
    kinds
      .filter(([plural]) => isUnread(plural, unread) === isMissed)
      .map(([, kind]) => kind);
  return { going: namesOf(true), coming: namesOf(false) };
}

/** Whether two lists are the same. */
export function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}
