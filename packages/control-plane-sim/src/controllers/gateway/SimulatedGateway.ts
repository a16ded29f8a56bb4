import { GatewayPlaneType } from '../planeKinds';
import { PlaneResource } from '../planeResource';
import { GatewayStatus } from '../reconcile/agentConnection';
import { GatewayView } from '../reconcile/types';
import { Timing, systemTiming } from '../timing';
import { Agent } from './Agent';
import { ClientCa } from './clientCa';

/** The agents of one plane cluster. @public */
export interface SimulatedAgents {
  readonly planeType: GatewayPlaneType;
  readonly planeID: string;
  /** SHA-256 fingerprint of the CA that signed the agents' certificates. */
  readonly signedBy: string;
  /** How many there are; 1 unless given. More than one is what OpenChoreo calls HA mode. */
  readonly count?: number;
  /**
   * They are connected since then (milliseconds since 1970), whatever the plane's resource says.
   * Without it they dial, and are let in once a resource names a CA that signed them.
   */
  readonly connectedSince?: number;
}

/**
 * The cluster gateway and the agents that dial it, in memory: which agents are connected for which
 * plane type and planeID, and for which resources they are authorised.
 *
 * @public
 */
export class SimulatedGateway {
  readonly #agents = new Map<string, Agent[]>();
  readonly #timing: Timing;
  #running = true;

  constructor(options: { readonly timing?: Timing } = {}) {
    this.#timing = options.timing ?? systemTiming;
  }

  /** Starts agents in a plane's cluster. */
  addAgents(agents: SimulatedAgents): void {
    const key = poolKey(agents);
    const pool = this.#agents.get(key) ?? [];
    for (let index = 0; index < (agents.count ?? 1); index += 1) {
      const agent = new Agent(agents.signedBy);
      if (agents.connectedSince !== undefined) {
        agent.assumeConnected(agents.connectedSince);
      }
      pool.push(agent);
    }
    this.#agents.set(key, pool);
  }

  /** Stops agents of a plane; all of them unless a count is given. They do not come back. */
  removeAgents(plane: AgentAddress & Pick<SimulatedAgents, 'count'>): void {
    const pool = this.#pool(plane);
    pool.splice(0, plane.count ?? pool.length);
  }

  /** Makes the agents of a plane fall silent; the gateway gives them up 90 seconds after their last answer. */
  hangAgents(plane: AgentAddress): void {
    for (const agent of this.#pool(plane)) {
      agent.hang(this.#timing.now());
    }
  }

  /** Stops the gateway: nobody reaches it. */
  stop(): void {
    this.#running = false;
  }

  /** Starts the gateway again; every agent has to dial again and is back after its reconnect delay. */
  start(): void {
    this.#running = true;
    for (const pool of this.#agents.values()) {
      drop(pool, this.#timing.now());
    }
  }

  /**
   * What one plane's controller finds when it asks: plane-level facts for Cluster kinds, and for
   * namespaced kinds only the agents whose certificates the plane's own CA signed.
   *
   * @internal
   */
  view(plane: PlaneResource, ca: ClientCa): GatewayView {
    if (!this.#running) {
      return {
        notification: {
          accepted: false,
          reason: 'the gateway does not answer',
        },
      };
    }
    const now = this.#timing.now();
    const agents = this.#pool(addressOf(plane));
    const resource = `${plane.namespace ?? ''}/${plane.name}`;
    if (ca.found) {
      for (const agent of agents) {
        const granted = ca.fingerprints.includes(agent.signedBy);
        agent.authorise(resource, granted);
        if (granted) {
          agent.admit(now);
        }
      }
    }
    const connected = agents.filter(a => a.lastSeen(now) !== undefined);
    return {
      // A deletion only closes connections; the CA is not looked at.
      notification: plane.deleting
        ? { accepted: true }
        : answerNotification(ca, connected.length),
      status: describe(
        plane.kind.namespaced
          ? connected.filter(agent => agent.isAuthorisedFor(resource))
          : connected,
        now,
      ),
    };
  }

  /**
   * What the gateway does when a plane is deleted: it closes every connection of the plane type and
   * planeID, those that serve other resources too.
   *
   * @internal
   */
  closeConnections(plane: PlaneResource): void {
    drop(this.#pool(addressOf(plane)), this.#timing.now());
  }

  #pool(address: AgentAddress): Agent[] {
    return this.#agents.get(poolKey(address)) ?? [];
  }
}

type AgentAddress = Pick<SimulatedAgents, 'planeType' | 'planeID'>;

function addressOf(plane: PlaneResource): AgentAddress {
  return { planeType: plane.kind.planeType, planeID: plane.planeID };
}

function poolKey({ planeType, planeID }: AgentAddress): string {
  return `${planeType}/${planeID}`;
}

function drop(agents: Agent[], now: number): void {
  for (const agent of agents) {
    agent.drop(now);
  }
}

function answerNotification(
  ca: ClientCa,
  connections: number,
): GatewayView['notification'] {
  if (!ca.found) {
    return {
      accepted: false,
      reason: `failed to fetch CR CA for re-validation: ${ca.reason}`,
    };
  }
  // Text that is no certificate is only noticed where a connection is there to be checked.
  return ca.fingerprints.length === 0 && connections > 0
    ? {
        accepted: false,
        reason: 're-validation failed: failed to parse new CA certificate',
      }
    : { accepted: true };
}

function describe(agents: Agent[], now: number): GatewayStatus {
  const seen = agents.flatMap(agent => agent.lastSeen(now) ?? []);
  return {
    connected: seen.length > 0,
    connectedAgents: seen.length,
    lastSeen: seen.length > 0 ? Math.max(...seen) : undefined,
  };
}
