import { PlaneStateName } from '../model/state';

// The worst first; a record, so that the compiler finds a state that is missing.
const NEEDS_ATTENTION: Record<PlaneStateName, boolean> = {
  disconnected: true,
  'not-authorised': true,
  'deletion-blocked': true,
  'not-accepted': true,
  stale: true,
  'never-connected': true,
  deleting: false,
  'not-reported': false,
  connected: false,
};

/** Every state of a plane, the worst first. @public */
export const PLANE_STATES = Object.keys(
  NEEDS_ATTENTION,
) as readonly PlaneStateName[];

const RANKS = new Map(PLANE_STATES.map((state, rank) => [state, rank]));

/** The place of a state in {@link PLANE_STATES}: 0 is the worst. @public */
export function planeStateRank(state: PlaneStateName): number {
  return RANKS.get(state) ?? PLANE_STATES.length;
}

/** Whether somebody should look at a plane in this state. @public */
export function needsAttention(state: PlaneStateName): boolean {
  return NEEDS_ATTENTION[state];
}
