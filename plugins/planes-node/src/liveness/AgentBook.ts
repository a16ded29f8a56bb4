import type {
  AgentLiveness,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentAddress } from '../gateway/agentAddress';
import type { GatewayPlaneStatus } from '../gateway/types';
import type { InventoryChange } from '../inventory/types';
import {
  type AgentPool,
  type AgentPools,
  nextPools,
  poolKey,
  poolOf,
} from './agentPools';
import { Authorisations, type ConnectedPlane } from './Authorisations';
import { isLivenessChange } from './isLivenessChange';

/**
 * What one control plane's gateway says about agents. Pure bookkeeping: no I/O, no clock. Keeps a record for each pool
 * of agents, not for each plane; what a plane's agents do is put together when somebody asks.
 */
export class AgentBook {
  readonly #authorisations = new Authorisations();
  /** Kept while the gateway is away, so that what did not change meanwhile keeps its time. */
  #pools: AgentPools | undefined;
  /** When the gateway last answered, ISO 8601; undefined while it cannot be asked. */
  #asOf: string | undefined;
  /** Per moment: emptied whenever anything moves. */
  #livenesses = new WeakMap<Plane, AgentLiveness>();

  /** The same object until the book moves. */
  livenessOf(plane: Plane): AgentLiveness | undefined {
    if (this.#asOf === undefined || !hasAgents(plane)) {
      return undefined;
    }
    const known = this.#livenesses.get(plane);
    const liveness = known ?? this.#compute(plane, this.#asOf);
    if (!known) {
      this.#livenesses.set(plane, liveness);
    }
    return liveness;
  }

  /** Takes over what the gateway says at `now`, which is every pool that has agents. */
  accept(
    statuses: readonly GatewayPlaneStatus[],
    now: string,
    planes: readonly Plane[],
  ): InventoryChange[] {
    const pools = nextPools(this.#pools, statuses, now);
    const before = this.#asOf === undefined ? undefined : this.#pools;
    const affected = planes.filter(
      plane =>
        hasAgents(plane) && (!before || isPoolChange(plane, before, pools)),
    );
    return this.#change(affected, () => {
      this.#pools = pools;
      this.#asOf = now;
    });
  }

  /** The gateway cannot be asked any more; what it said is not told until it can. */
  lose(planes: readonly Plane[]): InventoryChange[] {
    return this.#change(planes, () => {
      this.#asOf = undefined;
    });
  }

  /**
   * Takes over whether an agent's certificate is accepted for a plane.
   *
   * @param asked - the plane as it was when the gateway was asked
   * @param authorised - undefined where the gateway gave no answer: what it said before stays
   * @param plane - the plane as it is
   */
  authorise(
    asked: ConnectedPlane,
    authorised: boolean | undefined,
    now: number,
    plane: Plane,
  ): InventoryChange[] {
    return this.#change([plane], () =>
      this.#authorisations.set(asked, authorised, now),
    );
  }

  /** The planes about whose authorisation to ask next. */
  nextToAuthorise(
    planes: readonly Plane[],
    now: number,
    limit: number,
  ): readonly ConnectedPlane[] {
    return this.#authorisations.next(this.#connected(planes), now, limit);
  }

  /** Forgets planes that are gone. */
  retain(exists: (uid: string) => boolean): void {
    this.#authorisations.retain(exists);
  }

  *#connected(planes: readonly Plane[]): Iterable<ConnectedPlane> {
    const members = new Map<AgentPool, Plane[]>();
    for (const plane of planes) {
      const pool = this.#pools?.get(poolKey(agentAddress(plane)));
      if (pool?.connected && hasAgents(plane)) {
        const others = members.get(pool);
        if (others) {
          others.push(plane);
        } else {
          members.set(pool, [plane]);
        }
      }
    }
    for (const [pool, sharing] of members) {
      for (const plane of sharing) {
        yield { plane, pool, shared: sharing.length > 1 };
      }
    }
  }

  #change(planes: readonly Plane[], move: () => void): InventoryChange[] {
    const before = planes.map(plane => this.livenessOf(plane));
    move();
    this.#livenesses = new WeakMap();
    return planes.flatMap((plane, index) => {
      const previous = before[index];
      const liveness = this.livenessOf(plane);
      return isLivenessChange(previous, liveness)
        ? [{ type: 'agent', plane, liveness, previous }]
        : [];
    });
  }

  #compute(plane: Plane, asOf: string): AgentLiveness {
    const pool = poolOf(this.#pools, poolKey(agentAddress(plane)));
    const { connected, connectedAgents, lastSeen, since } = pool;
    const authorised = this.#authorisations.get(plane, pool);
    return {
      asOf,
      connected,
      connectedAgents,
      ...(lastSeen !== undefined && { lastSeen }),
      ...(since !== undefined && { since }),
      ...(authorised !== undefined && { authorised }),
    };
  }
}

/** Whether the gateway can know the plane: it has agents, and a planeID that the gateway takes. */
function hasAgents(plane: Plane): boolean {
  return plane.access === 'agent' && plane.planeIDValid;
}

function isPoolChange(plane: Plane, before: AgentPools, after: AgentPools) {
  const key = poolKey(agentAddress(plane));
  const previous = poolOf(before, key);
  const next = poolOf(after, key);
  return (
    previous.connected !== next.connected ||
    previous.connections !== next.connections ||
    previous.connectedAgents !== next.connectedAgents
  );
}
