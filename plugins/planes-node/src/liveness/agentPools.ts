import type { GatewayPlaneStatus } from '../gateway/types';

/** The agents of one plane type and planeID, which all resources that name both share. */
export interface AgentPool {
  readonly connected: boolean;
  readonly connectedAgents: number;
  /** ISO 8601. */
  readonly lastSeen?: string;
  /** When `connected` became what it is, ISO 8601; undefined where it was so at the first look. */
  readonly since?: string;
  /** Counts how often the pool was seen to connect. */
  readonly connections: number;
}

/** By {@link poolKey}; a pool that is missing has no agents. */
export type AgentPools = ReadonlyMap<string, AgentPool>;

const EMPTY: AgentPool = {
  connected: false,
  connectedAgents: 0,
  connections: 0,
};

/** What the pool of a plane is found by. */
export function poolKey({
  planeType,
  planeID,
}: Pick<GatewayPlaneStatus, 'planeType' | 'planeID'>): string {
  return `${planeType}/${planeID}`;
}

export function poolOf(pools: AgentPools | undefined, key: string): AgentPool {
  return pools?.get(key) ?? EMPTY;
}

/**
 * What is known after the gateway named every plane that has agents.
 *
 * @param pools - what was known before; undefined at the first look
 * @param now - when it said so, ISO 8601
 */
export function nextPools(
  pools: AgentPools | undefined,
  statuses: readonly GatewayPlaneStatus[],
  now: string,
): AgentPools {
  const since = pools && now;
  const after = new Map<string, AgentPool>();
  for (const status of statuses) {
    if (status.connected) {
      const key = poolKey(status);
      const seen = { ...status, lastSeen: notAfter(now, status.lastSeen) };
      after.set(key, connectedPool(poolOf(pools, key), seen, since));
    }
  }
  for (const [key, pool] of pools ?? []) {
    if (!after.has(key)) {
      after.set(
        key,
        pool.connected
          ? { ...pool, connected: false, connectedAgents: 0, since }
          : pool,
      );
    }
  }
  return after;
}

/** The gateway may have another clock than we have. */
function notAfter(now: string, time: string | undefined): string | undefined {
  return time !== undefined && Date.parse(time) > Date.parse(now) ? now : time;
}

function connectedPool(
  previous: AgentPool,
  { connectedAgents, lastSeen }: GatewayPlaneStatus,
  now: string | undefined,
): AgentPool {
  return {
    connected: true,
    connectedAgents,
    lastSeen: lastSeen ?? previous.lastSeen,
    since: previous.connected ? previous.since : now,
    connections: previous.connections + (previous.connected ? 0 : 1),
  };
}
