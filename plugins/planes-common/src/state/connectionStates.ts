import { Plane } from '../model/plane';
import { PlaneState } from '../model/state';

/** The state of a plane whose agents are connected. */
export function connectedState(
  agents: number,
  since: string | undefined,
  source: PlaneState['source'],
): PlaneState {
  const reason =
    agents > 1 ? `${agents} agents are connected.` : '1 agent is connected.';
  return { state: 'connected', since, reason, source };
}

/** The state of an accepted plane of which no agent was ever seen. */
export function neverConnectedState(
  plane: Plane,
  source: PlaneState['source'],
): PlaneState {
  const created = plane.conditions.find(({ type }) => type === 'Created');
  return {
    state: 'never-connected',
    since: created?.lastTransitionTime ?? plane.creationTimestamp,
    reason: `No agent has connected as ${plane.gatewayPlaneType} "${plane.planeID}" yet.`,
    source,
  };
}
