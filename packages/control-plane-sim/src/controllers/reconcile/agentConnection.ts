import { AgentConnectionStatus } from '../planeResource';
import { toKubernetesTime } from '../timing';

/** What the gateway says about the agents of one plane at one moment. @public */
export interface GatewayStatus {
  readonly connected: boolean;
  readonly connectedAgents: number;
  /** When an agent was last heard, in milliseconds since 1970; undefined where none is connected. */
  readonly lastSeen?: number;
}

function describeAgents(count: number): string {
  if (count === 0) {
    return 'No agents connected';
  }
  return count === 1
    ? '1 agent connected'
    : `${count} agents connected (HA mode)`;
}

/**
 * The agent connection after one poll of the gateway. Transitions carry the time of the poll that
 * saw them; the last heartbeat moves only while an agent is connected.
 */
export function pollAgentConnection(
  previous: AgentConnectionStatus | undefined,
  gateway: GatewayStatus,
  now: number,
): AgentConnectionStatus {
  const wasConnected = previous?.connected ?? false;
  const time = toKubernetesTime(now);
  return {
    connected: gateway.connected,
    connectedAgents: gateway.connectedAgents,
    lastConnectedTime:
      gateway.connected && !wasConnected ? time : previous?.lastConnectedTime,
    lastDisconnectedTime:
      !gateway.connected && wasConnected
        ? time
        : previous?.lastDisconnectedTime,
    lastHeartbeatTime:
      gateway.connected && gateway.lastSeen !== undefined
        ? toKubernetesTime(gateway.lastSeen)
        : previous?.lastHeartbeatTime,
    message: describeAgents(gateway.connectedAgents),
  };
}

/** Tells whether two agent connections would be stored alike. */
export function sameAgentConnection(
  a: AgentConnectionStatus | undefined,
  b: AgentConnectionStatus,
): boolean {
  return (
    a !== undefined &&
    a.connected === b.connected &&
    a.connectedAgents === b.connectedAgents &&
    a.lastConnectedTime === b.lastConnectedTime &&
    a.lastDisconnectedTime === b.lastDisconnectedTime &&
    a.lastHeartbeatTime === b.lastHeartbeatTime &&
    a.message === b.message
  );
}
