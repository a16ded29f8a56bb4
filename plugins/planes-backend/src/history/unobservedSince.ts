import type { CurrentState, Observation } from './types';

/** How long after its last sign of life a recorder may have gone on to record. */
const MAX_UNSIGNED_MS = 60_000;

/**
 * That nobody saw a plane since a moment.
 *
 * @param aliveMs - when a recorder was last alive
 * @returns undefined where that is known, or where something was recorded since
 */
export function unobservedSince(
  current: CurrentState,
  aliveMs: number,
): Observation | undefined {
  const { planeUid, controlPlane, state, sinceMs, removedAtMs } = current;
  if (
    state === 'unobserved' ||
    removedAtMs !== undefined ||
    sinceMs > aliveMs + MAX_UNSIGNED_MS
  ) {
    return undefined;
  }
  return {
    planeUid,
    controlPlane,
    state: 'unobserved',
    reason: 'The portal was not running, so nobody saw the plane.',
    atMs: Math.max(aliveMs, sinceMs),
  };
}
