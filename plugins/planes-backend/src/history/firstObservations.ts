import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Observation } from './types';

/** Heartbeats are written once a minute; one that is older than this has stood still. */
const HEARTBEAT_MS = 2 * 60_000;

/**
 * What there is to record of a plane that the portal sees for the first time.
 *
 * @remarks
 * Of the time before there is the plane's own word: since when it is in its state, and for one that lost its agent since
 * when it had been connected. Drops that were over before OpenChoreo's controllers looked are not in it.
 *
 * @returns the observation, dated back, and what went before it
 */
export function firstObservations(
  observation: Observation,
  plane: Plane,
): Observation[] {
  const { atMs, statedSinceMs = atMs, state } = observation;
  const first = { ...observation, atMs: Math.min(statedSinceMs, atMs) };
  const { agentConnection } = plane;
  const connectedMs = milliseconds(agentConnection?.lastConnectedTime);
  if (
    state !== 'disconnected' ||
    connectedMs === undefined ||
    connectedMs >= first.atMs
  ) {
    return [first];
  }
  const { evidence: _, statedSinceMs: __, ...rest } = observation;
  const before: Observation[] = [
    {
      ...rest,
      state: 'connected',
      reason: 'An agent was connected.',
      atMs: connectedMs,
    },
  ];
  const heartbeatMs = milliseconds(agentConnection?.lastHeartbeatTime);
  if (
    agentConnection?.connected &&
    heartbeatMs !== undefined &&
    heartbeatMs >= connectedMs &&
    heartbeatMs < first.atMs - HEARTBEAT_MS
  ) {
    // Nobody wrote down when the agent went: the resource stands still and says connected to this day.
    before.push({
      ...rest,
      state: 'unobserved',
      reason: 'Nothing is known of the time after the last heartbeat.',
      atMs: heartbeatMs,
    });
  }
  return [...before, first];
}

function milliseconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
