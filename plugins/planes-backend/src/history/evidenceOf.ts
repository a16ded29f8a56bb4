import type { PlaneState } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneFacts } from './planeFacts';
import type { Evidence } from './types';

/** What a state was read from, where a gateway may contradict the resource; else undefined. */
export function evidenceOf(
  state: PlaneState,
  facts: PlaneFacts,
): Evidence | undefined {
  if (facts.gateway.state === 'not-configured') {
    return undefined;
  }
  return {
    source: state.source,
    asOfMs: milliseconds(asOf(state, facts)),
    authorisedMs: milliseconds(authorisedAsOf(facts)),
  };
}

function asOf(
  { state, source }: PlaneState,
  facts: PlaneFacts,
): string | undefined {
  if (source === 'gateway') {
    return facts.liveness?.asOf;
  }
  if (state === 'connected') {
    return lastSign(facts);
  }
  return state === 'disconnected'
    ? facts.plane.agentConnection?.lastDisconnectedTime
    : undefined;
}

function authorisedAsOf(facts: PlaneFacts): string | undefined {
  const { plane, liveness } = facts;
  if (liveness?.authorised !== undefined) {
    return liveness.authorised ? liveness.asOf : undefined;
  }
  // The controllers of Cluster kinds ask for the planeID, those of the others for the very resource.
  return plane.ref.namespace !== undefined && plane.agentConnection?.connected
    ? lastSign(facts)
    : undefined;
}

function lastSign({ plane }: PlaneFacts): string | undefined {
  const { agentConnection } = plane;
  return (
    agentConnection?.lastHeartbeatTime ?? agentConnection?.lastConnectedTime
  );
}

function milliseconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
