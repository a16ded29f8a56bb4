import { PlaneState } from '@openchoreo-planes/backstage-plugin-planes-common';
import { formatDuration } from '../time/formatTime';
import { planeStateInfo } from './planeStateInfo';

/**
 * The state of a plane and for how long it has been in it: `Disconnected for 14 min`.
 *
 * @param nowMs - milliseconds since the epoch
 * @public
 */
export function planeHeadline(state: PlaneState, nowMs: number): string {
  const { label } = planeStateInfo(state.state);
  const sinceMs = state.since ? Date.parse(state.since) : NaN;
  if (Number.isNaN(sinceMs) || state.state === 'never-connected') {
    return label;
  }
  return `${label} for ${formatDuration(Math.max(0, nowMs - sinceMs))}`;
}
