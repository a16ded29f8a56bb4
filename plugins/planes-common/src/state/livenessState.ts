import { AgentLiveness } from '../model/liveness';
import { Plane } from '../model/plane';
import { PlaneState } from '../model/state';
import { connectedState, neverConnectedState } from './connectionStates';
import { unreportedState } from './unreportedState';

function notAuthorisedState(plane: Plane): PlaneState {
  const { agentCA, gatewayPlaneType, planeID } = plane;
  const connected = `An agent is connected as ${gatewayPlaneType} "${planeID}"`;
  let reason = `${connected}, but its certificate was not signed by this plane's agent CA.`;
  if (agentCA.source === 'none') {
    reason = `${connected}, but this plane has no agent CA to accept its certificate by.`;
  } else if (agentCA.source === 'secret') {
    reason = `${connected}, but its certificate is not accepted for this plane: it was not signed by the agent CA in Secret "${agentCA.secretKeyRef.name}", or OpenChoreo cannot read that Secret.`;
  }
  // The liveness tells since when an agent is connected, not since when it is not authorised.
  return { state: 'not-authorised', reason, source: 'gateway' };
}

function disconnectedState(plane: Plane, liveness: AgentLiveness): PlaneState {
  const { agentConnection, gatewayPlaneType, planeID } = plane;
  // While the resource still says connected, its last disconnect is an earlier one.
  const recorded = agentConnection?.connected
    ? undefined
    : agentConnection?.lastDisconnectedTime;
  return {
    state: 'disconnected',
    since: liveness.since ?? recorded,
    reason: `The cluster gateway is reachable and knows no agent for ${gatewayPlaneType} "${planeID}", so OpenChoreo cannot reach the cluster.`,
    source: 'gateway',
  };
}

function wasEverConnected(plane: Plane, liveness: AgentLiveness): boolean {
  const { agentConnection } = plane;
  return (
    liveness.since !== undefined ||
    agentConnection?.connected === true ||
    agentConnection?.lastConnectedTime !== undefined ||
    agentConnection?.lastDisconnectedTime !== undefined
  );
}

/**
 * The state of a plane by what the cluster gateway says about its agents.
 *
 * @param graceMs - how long the controller may take to report before its silence means something
 * @returns undefined where an agent is connected, the resource says that it is not authorised, and the gateway was not
 * asked about that yet
 */
export function livenessState(
  plane: Plane,
  liveness: AgentLiveness,
  now: Date,
  graceMs: number,
): PlaneState | undefined {
  const { agentConnection } = plane;
  const { authorised, connected, connectedAgents, since } = liveness;
  if (!connected) {
    if (wasEverConnected(plane, liveness)) {
      return disconnectedState(plane, liveness);
    }
    const unreported = agentConnection
      ? undefined
      : unreportedState(plane, now, graceMs);
    return unreported?.state === 'not-accepted'
      ? unreported
      : neverConnectedState(plane, 'gateway');
  }
  if (authorised === false) {
    return notAuthorisedState(plane);
  }
  if (authorised === undefined && agentConnection?.connected === false) {
    return undefined;
  }
  // While the resource still says disconnected, its last connect is an earlier one.
  const recorded = agentConnection?.connected
    ? agentConnection.lastConnectedTime
    : undefined;
  return connectedState(connectedAgents, since ?? recorded, 'gateway');
}
