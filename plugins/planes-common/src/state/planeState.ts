import { AgentConnection, Plane } from '../model/plane';
import { PlaneState } from '../model/state';
import { deletionState } from './deletionState';
import { unreportedState } from './unreportedState';

const DEFAULT_STALE_AFTER_MS = 5 * 60_000;

/** Options of {@link planeState}. @public */
export interface PlaneStateOptions {
  /** How old the last heartbeat of a connected plane may be, in milliseconds. Default: 5 minutes. */
  staleAfterMs?: number;
}

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

function connectionState(
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
    const { connectedAgents: agents, lastConnectedTime: since } = connection;
    const reason =
      agents > 1 ? `${agents} agents are connected.` : '1 agent is connected.';
    return { state: 'connected', since, reason, source: 'resource' };
  }
  const { lastConnectedTime, lastDisconnectedTime } = connection;
  if (lastConnectedTime ?? lastDisconnectedTime) {
    return {
      state: 'disconnected',
      since: lastDisconnectedTime,
      reason: `The cluster gateway knows no agent for ${plane.gatewayPlaneType} ${plane.planeID}, so OpenChoreo cannot reach the cluster.`,
      source: 'resource',
    };
  }
  const created = plane.conditions.find(({ type }) => type === 'Created');
  return {
    state: 'never-connected',
    since: created?.lastTransitionTime ?? plane.creationTimestamp,
    reason: `No agent has connected as ${plane.gatewayPlaneType} "${plane.planeID}" yet.`,
    source: 'resource',
  };
}

/**
 * The state of a plane at a moment, by its resource.
 *
 * @remarks
 * A resource is up to a minute behind its agents and stands still while the cluster gateway is
 * down; only the age of the last heartbeat tells. `since` is undefined where the resource does not
 * say. The reason holds no ages that go out of date.
 *
 * @public
 */
export function planeState(
  plane: Plane,
  now: Date,
  options: PlaneStateOptions = {},
): PlaneState {
  const { staleAfterMs = DEFAULT_STALE_AFTER_MS } = options;
  const { agentConnection } = plane;
  if (plane.deletionTimestamp !== undefined) {
    return deletionState(plane, plane.deletionTimestamp);
  }
  if (plane.access === 'agent' && agentConnection) {
    return connectionState(plane, agentConnection, now, staleAfterMs);
  }
  return unreportedState(plane, now, staleAfterMs);
}
