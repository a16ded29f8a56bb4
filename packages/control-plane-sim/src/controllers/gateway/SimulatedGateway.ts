import { GatewayPlaneType } from '../planeKinds';
import { PlaneResource } from '../planeResource';
import { GatewayStatus } from '../reconcile/agentConnection';
import { GatewayView } from '../reconcile/types';
import { Timing, systemTiming } from '../timing';
import { AgentAddress, poolKey, resourceKey, TunnelAddress } from './addresses';
import { AgentPool, describeAgents } from './AgentPool';
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
  /** Resources that they serve from the start, before any resource names its CA. */
  readonly serving?: readonly Pick<TunnelAddress, 'namespace' | 'name'>[];
}

/** Which agents a resource finds. @public */
export type AgentAccess =
  /** Nobody is connected for the plane type and planeID. */
  | 'no-agent'
  /** None of those that are connected has a certificate that the resource's CA signed. */
  | 'not-authorised'
  /** The one that serves the resource stands still. */
  | 'silent'
  | 'served';

/**
 * The cluster gateway and the agents that dial it, in memory: which agents are connected for which
 * plane type and planeID, and for which resources they are authorised.
 *
 * @public
 */
export class SimulatedGateway {
  readonly #pools = new Map<string, AgentPool>();
  /** The pool by which each resource was last known. */
  readonly #poolOf = new Map<string, AgentPool>();
  readonly #timing: Timing;
  #running = true;

  constructor(options: { readonly timing?: Timing } = {}) {
    this.#timing = options.timing ?? systemTiming;
  }

  /** Starts agents in a plane's cluster. */
  addAgents(agents: SimulatedAgents): void {
    const pool = this.#poolAt(agents);
    for (let index = 0; index < (agents.count ?? 1); index += 1) {
      const agent = pool.add(agents.signedBy);
      for (const resource of agents.serving ?? []) {
        agent.authorise(resourceKey(resource), true);
      }
      if (agents.connectedSince !== undefined) {
        agent.assumeConnected(agents.connectedSince);
      }
    }
    pool.connected(this.#timing.now());
  }

  /** Stops agents of a plane; all of them unless a count is given. They do not come back. */
  removeAgents(plane: AgentAddress & Pick<SimulatedAgents, 'count'>): void {
    this.#pools.get(poolKey(plane))?.remove(plane.count);
  }

  /**
   * Starts or stops agents until there are so many.
   *
   * @throws Error where nothing tells which CA signs the certificates of new ones
   */
  setAgents(plane: AgentAddress, count: number): void {
    const pool = this.#poolAt(plane);
    if (pool.size > count) {
      pool.remove(pool.size - count);
    }
    while (pool.size < count) {
      if (pool.signer === undefined) {
        throw new Error(
          `No plane with the address '${poolKey(plane)}' names a CA for agents`,
        );
      }
      pool.add(pool.signer);
    }
    pool.connected(this.#timing.now());
  }

  /** How many agents there are for a plane, connected or not. */
  countAgents(plane: AgentAddress): number {
    return this.#pools.get(poolKey(plane))?.size ?? 0;
  }

  /** Makes the agents of a plane fall silent; the gateway gives them up 90 seconds after their last answer. */
  hangAgents(plane: AgentAddress): void {
    this.#pools.get(poolKey(plane))?.hang(this.#timing.now());
  }

  /** Closes the connections of a plane's agents, which dial again; returns how many there were. */
  dropAgents(plane: AgentAddress): number {
    return this.#pools.get(poolKey(plane))?.drop(this.#timing.now()) ?? 0;
  }

  /** Whether the gateway can be reached. */
  get isRunning(): boolean {
    return this.#running;
  }

  /** Stops the gateway: nobody reaches it. */
  stop(): void {
    this.#running = false;
  }

  /** Starts the gateway again; every agent has to dial again and is back after its reconnect delay. */
  start(): void {
    this.#running = true;
    for (const pool of this.#pools.values()) {
      pool.drop(this.#timing.now());
    }
  }

  /**
   * A resource names the CAs of its agents, by their SHA-256 fingerprints.
   *
   * @param isNotified - whether the gateway looks at open connections again; true unless given
   */
  trust(
    resource: TunnelAddress,
    fingerprints: readonly string[],
    isNotified = true,
  ): void {
    const key = resourceKey(resource);
    const known = `${resource.planeType}:${key}`;
    const pool = this.#poolAt(resource);
    if (this.#poolOf.get(known) !== pool) {
      this.#poolOf.get(known)?.forget(key);
      this.#poolOf.set(known, pool);
    }
    pool.trust(key, fingerprints, isNotified);
  }

  /** Whether a resource with this address has named its CA. */
  knows(resource: TunnelAddress): boolean {
    const pool = this.#pools.get(poolKey(resource));
    return pool?.knows(resourceKey(resource)) ?? false;
  }

  /** What the gateway says about one plane type and planeID; of a resource, only about the agents that serve it. */
  status(
    plane: AgentAddress,
    resource?: Pick<TunnelAddress, 'namespace' | 'name'>,
  ): GatewayStatus {
    const now = this.#timing.now();
    const connected = this.#connected(plane);
    return describeAgents(
      resource
        ? connected.filter(each => each.isAuthorisedFor(resourceKey(resource)))
        : connected,
      now,
    );
  }

  /** Every plane type and planeID with a connected agent. */
  connectedPlanes(): (AgentAddress & GatewayStatus)[] {
    return this.pools()
      .map(plane => ({ ...plane, ...this.status(plane) }))
      .filter(({ connected }) => connected);
  }

  /** Every plane type and planeID that has agents, had some, or has a resource that names a CA. */
  pools(): AgentAddress[] {
    return [...this.#pools.keys()].map(key => {
      const [planeType, planeID] = key.split('/');
      return { planeType, planeID };
    });
  }

  /** Which agents a request through the tunnel finds. */
  access(resource: TunnelAddress): AgentAccess {
    const connected = this.#connected(resource);
    if (connected.length === 0) {
      return 'no-agent';
    }
    const serving = connected.find(each =>
      each.isAuthorisedFor(resourceKey(resource)),
    );
    if (!serving) {
      return 'not-authorised';
    }
    return serving.isSilent ? 'silent' : 'served';
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
    const address = addressOf(plane);
    if (ca.found) {
      // Of a Cluster kind, the controllers tell the gateway only when it is new.
      const isNotified = plane.kind.namespaced || !this.knows(address);
      this.trust(address, ca.fingerprints, isNotified);
    } else {
      this.#pools.get(poolKey(address))?.forget(resourceKey(address));
    }
    return {
      // A deletion only closes connections; the CA is not looked at.
      notification: plane.deleting
        ? { accepted: true }
        : answerNotification(ca, this.#connected(address).length),
      status: this.status(address, plane.kind.namespaced ? address : undefined),
    };
  }

  /**
   * What the gateway does when a plane is deleted: it closes every connection of the plane type and
   * planeID, those that serve other resources too.
   *
   * @internal
   */
  closeConnections(plane: PlaneResource): void {
    const address = addressOf(plane);
    this.#pools.get(poolKey(address))?.forget(resourceKey(address));
    this.dropAgents(address);
  }

  #connected(plane: AgentAddress) {
    return this.#pools.get(poolKey(plane))?.connected(this.#timing.now()) ?? [];
  }

  #poolAt(plane: AgentAddress): AgentPool {
    const key = poolKey(plane);
    const pool = this.#pools.get(key) ?? new AgentPool();
    this.#pools.set(key, pool);
    return pool;
  }
}

function addressOf({
  kind,
  planeID,
  namespace,
  name,
}: PlaneResource): TunnelAddress {
  return { planeType: kind.planeType, planeID, namespace, name };
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
