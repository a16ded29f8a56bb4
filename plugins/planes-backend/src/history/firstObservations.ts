import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Observation } from './types';

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
  const connectedMs = Date.parse(
    plane.agentConnection?.lastConnectedTime ?? '',
  );
  // Not a number where the resource does not tell, which is never less.
  if (state !== 'disconnected' || !(connectedMs < first.atMs)) {
    return [first];
  }
  const { evidence: _, ...rest } = observation;
  return [
    {
      ...rest,
      state: 'connected',
      reason: 'An agent was connected.',
      atMs: connectedMs,
    },
    first,
  ];
}
