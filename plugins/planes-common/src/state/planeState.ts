import { AgentLiveness } from '../model/liveness';
import { Plane } from '../model/plane';
import { PlaneState } from '../model/state';
import { deletionState } from './deletionState';
import { livenessState } from './livenessState';
import { resourceConnectionState } from './resourceConnectionState';
import { unreportedState } from './unreportedState';

const DEFAULT_STALE_AFTER_MS = 5 * 60_000;

/** Options of {@link planeState}. @public */
export interface PlaneStateOptions {
  /** How old the last heartbeat of a connected plane may be, in milliseconds. Default: 5 minutes. */
  staleAfterMs?: number;
  /** What the cluster gateway says about the plane's agents; undefined while it cannot be asked. */
  liveness?: AgentLiveness;
}

/**
 * The state of a plane at a moment: by the cluster gateway where it tells, else by the plane's resource.
 *
 * @remarks
 * A resource is up to a minute behind its agents and stands still while the cluster gateway is
 * down; only the age of the last heartbeat tells. The gateway is seconds behind. `since` is undefined where neither
 * says. The reason holds no ages that go out of date.
 *
 * @public
 */
export function planeState(
  plane: Plane,
  now: Date,
  options: PlaneStateOptions = {},
): PlaneState {
  const { staleAfterMs = DEFAULT_STALE_AFTER_MS, liveness } = options;
  const { access, agentConnection, deletionTimestamp } = plane;
  if (deletionTimestamp !== undefined) {
    return deletionState(plane, deletionTimestamp);
  }
  if (access === 'credentials') {
    return unreportedState(plane, now, staleAfterMs);
  }
  const live = liveness && livenessState(plane, liveness, now, staleAfterMs);
  if (live) {
    return live;
  }
  return agentConnection
    ? resourceConnectionState(plane, agentConnection, now, staleAfterMs)
    : unreportedState(plane, now, staleAfterMs);
}
