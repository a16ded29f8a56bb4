import { AgentConnection, Plane } from '../model/plane';
import { PlaneState } from '../model/state';
import { connectedState, neverConnectedState } from './connectionStates';

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) {
    return `${Math.round(ms / 1000)} seconds`;
  }
  return `${minutes} minutes`;
}

function lastSign(connection: AgentConnection): string | undefined {
  return connection.lastHeartbeatTime ?? connection.lastConnectedTime;
}

// A Cluster plane's observedGeneration stays behind after every change, so there it means nothing.
function isChangePending(plane: Plane): boolean {
  return (
    plane.ref.namespace !== undefined &&
    plane.generation !== undefined &&
    plane.observedGeneration !== undefined &&
    plane.generation > plane.observedGeneration
  );
}

function staleState(
  plane: Plane,
  since: string | undefined,
  staleAfterMs: number,
): PlaneState {
  const sign =
    since === undefined
      ? 'The resource says connected but records no heartbeat'
      : `The resource says connected, but its last heartbeat is older than ${duration(
          staleAfterMs,
        )}`;
  const cause = isChangePending(plane)
    ? 'the controller has not taken over the latest change, perhaps for want of a usable agent CA'
    : 'the controller or the cluster gateway may be down';
  return {
    state: 'stale',
    since,
    reason: `${sign}: ${cause}.`,
    source: 'resource',
  };
}

/** The state of a plane by what its resource says about agents. */
export function resourceConnectionState(
  plane: Plane,
  connection: AgentConnection,
  now: Date,
  staleAfterMs: number,
): PlaneState {
  if (connection.connected) {
    const sign = lastSign(connection);
    const age = now.getTime() - Date.parse(sign ?? '');
    // An age that is not a number, for want of any sign of life, is no reason to believe.
    if (!(age <= staleAfterMs)) {
      return staleState(plane, sign, staleAfterMs);
    }
    const { connectedAgents, lastConnectedTime } = connection;
    return connectedState(connectedAgents, lastConnectedTime, 'resource');
  }
  const { lastConnectedTime, lastDisconnectedTime } = connection;
  if (lastConnectedTime ?? lastDisconnectedTime) {
    return {
      state: 'disconnected',
      since: lastDisconnectedTime,
      reason: `The cluster gateway knows no agent for ${plane.gatewayPlaneType} "${plane.planeID}", so OpenChoreo cannot reach the cluster.`,
      source: 'resource',
    };
  }
  return neverConnectedState(plane, 'resource');
}
