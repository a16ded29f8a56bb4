import type { FollowedRef } from './types';

/** One string per reference, for use as a key. None of its parts can hold the separator. */
export function refKey(ref: FollowedRef): string {
  return `${ref.controlPlane}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}
