import { SimulatedAgents } from '../controllers/gateway/SimulatedGateway';
import { simulatedPlaneKind } from '../controllers/planeKinds';
import {
  AgentConnectionStatus,
  PlaneStatus,
} from '../controllers/planeResource';
import {
  GatewayStatus,
  pollAgentConnection,
} from '../controllers/reconcile/agentConnection';
import { toKubernetesTime } from '../controllers/timing';
import { DAY } from './durations';
import { PlaneLife, PlaneSeed } from './PlaneSeed';

/** Between the last answer of an agent and the poll that found it gone. */
const LOSS_NOTICED_AFTER_MS = 41_000;
const PING_INTERVAL_MS = 30_000;

interface Poll {
  readonly at: number;
  readonly gateway: GatewayStatus;
}

function present(at: number, agents: number, lastSeen = at): Poll {
  return {
    at,
    gateway: { connected: true, connectedAgents: agents, lastSeen },
  };
}

function absent(at: number): Poll {
  return { at, gateway: { connected: false, connectedAgents: 0 } };
}

/** Spreads the pings of planes over their interval, always in the same way. */
function pingOffset({ kind, namespace, name }: PlaneSeed): number {
  let hash = 0;
  for (const character of `${kind}/${namespace}/${name}`) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % PING_INTERVAL_MS;
  }
  return hash;
}

/** The polls that mattered: those that saw something change, and the last. */
function polls(life: PlaneLife, now: number, offset: number): Poll[] {
  switch (life.state) {
    case 'connected': {
      const since = now - life.connectedFor - offset;
      const away = life.wasAwayFor ?? 0;
      return [
        ...(away > 0
          ? [present(since - away - DAY, life.agents), absent(since - away)]
          : []),
        present(since, life.agents),
        present(now, life.agents, now - offset),
      ];
    }
    case 'disconnected': {
      const lost = now - life.lostAgo;
      return [
        present(lost - life.connectedForBefore, 1),
        present(lost - LOSS_NOTICED_AFTER_MS, 1),
        absent(lost),
      ];
    }
    case 'stale': {
      const last = now - life.heartbeatAgo;
      return [
        present(last - life.connectedForBefore, life.agents),
        present(last, life.agents),
      ];
    }
    default:
      return [absent(now)];
  }
}

/** The status that the controllers would have left, had they watched the plane's life until now. */
export function planeStatus(
  seed: PlaneSeed,
  now: number,
): PlaneStatus | undefined {
  if (seed.life.state === 'not-accepted') {
    return undefined;
  }
  return {
    conditions: [
      {
        type: 'Created',
        status: 'True',
        ...simulatedPlaneKind(seed.kind).created,
        lastTransitionTime: toKubernetesTime(now - seed.age),
        observedGeneration: 1,
      },
    ],
    agentConnection: polls(seed.life, now, pingOffset(seed)).reduce<
      AgentConnectionStatus | undefined
    >(
      (connection, { at, gateway }) =>
        pollAgentConnection(connection, gateway, at),
      undefined,
    ),
    observedGeneration: 1,
  };
}

/** How long the agents of a plane have been there when the world begins; undefined where there are none. */
function agentsSince({ life }: PlaneSeed): number | undefined {
  switch (life.state) {
    case 'connected':
      return life.connectedFor;
    case 'stale':
      // An edit that the gateway refuses stops the controller, not the agents.
      return life.brokenBy && life.heartbeatAgo + life.connectedForBefore;
    default:
      return undefined;
  }
}

/** The agents that are connected to a plane when the world begins. */
export function planeAgents(
  seed: PlaneSeed,
  signedBy: string,
  now: number,
): SimulatedAgents | undefined {
  const { kind, namespace, name, planeID, life } = seed;
  const since = agentsSince(seed);
  return since === undefined || !('agents' in life)
    ? undefined
    : {
        planeType: simulatedPlaneKind(kind).planeType,
        planeID: planeID ?? name,
        signedBy,
        count: life.agents,
        connectedSince: now - since - pingOffset(seed),
        // Its CA can no longer be read, but could be when they connected.
        serving: life.state === 'stale' ? [{ namespace, name }] : undefined,
      };
}
