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

/** The agents that are connected to a plane when the world begins. */
export function planeAgents(
  seed: PlaneSeed,
  signedBy: string,
  now: number,
): SimulatedAgents | undefined {
  return seed.life.state === 'connected'
    ? {
        planeType: simulatedPlaneKind(seed.kind).planeType,
        planeID: seed.planeID ?? seed.name,
        signedBy,
        count: seed.life.agents,
        connectedSince: now - seed.life.connectedFor - pingOffset(seed),
      }
    : undefined;
}
