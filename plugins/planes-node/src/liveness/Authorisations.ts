import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentAddress } from '../gateway/agentAddress';
import { type AgentPool, poolKey } from './agentPools';

/** How long an answer is good where nothing else moved, in milliseconds. */
const GOOD_FOR_MS = 60_000;
/** Puts planes about which something moved before those whose answer is merely old. */
const MOVED_RANK = -1e12;

/** What the gateway answered about one resource, and on what grounds. */
interface Answer {
  readonly authorised: boolean | undefined;
  readonly pool: string;
  readonly connections: number;
  readonly connectedAgents: number;
  readonly generation: number | undefined;
  readonly reported: boolean | undefined;
  /** In milliseconds of a monotonic clock. */
  readonly askedAt: number;
}

/** A plane whose agents are connected. */
export interface ConnectedPlane {
  readonly plane: Plane;
  readonly pool: AgentPool;
  /** Other resources share the agents. */
  readonly shared: boolean;
}

/** Whether agents' certificates are accepted for resources, as far as the gateway was asked. */
export class Authorisations {
  readonly #answers = new Map<string, Answer>();

  /** Undefined where it was not asked since the agents connected. */
  get(plane: Plane, pool: AgentPool): boolean | undefined {
    return this.#current(plane, pool)?.authorised;
  }

  /** @param authorised - undefined where the gateway gave no answer: what it said before stays */
  set(
    { plane, pool }: ConnectedPlane,
    authorised: boolean | undefined,
    now: number,
  ): void {
    this.#answers.set(plane.uid, {
      authorised: authorised ?? this.get(plane, pool),
      pool: poolKey(agentAddress(plane)),
      connections: pool.connections,
      connectedAgents: pool.connectedAgents,
      generation: plane.generation,
      reported: plane.agentConnection?.connected,
      askedAt: now,
    });
  }

  /** Forgets resources that are gone. */
  retain(exists: (uid: string) => boolean): void {
    for (const uid of this.#answers.keys()) {
      if (!exists(uid)) {
        this.#answers.delete(uid);
      }
    }
  }

  /**
   * The planes to ask about next: those about which something moved since they were asked, then those whose answer is
   * the oldest.
   */
  next(
    planes: Iterable<ConnectedPlane>,
    now: number,
    limit: number,
  ): readonly ConnectedPlane[] {
    const chosen: { candidate: ConnectedPlane; rank: number }[] = [];
    for (const candidate of planes) {
      const rank = this.#rank(candidate, now);
      if (rank !== undefined) {
        const place = chosen.findIndex(other => rank < other.rank);
        chosen.splice(place < 0 ? chosen.length : place, 0, {
          candidate,
          rank,
        });
        chosen.length = Math.min(chosen.length, limit);
      }
    }
    return chosen.map(({ candidate }) => candidate);
  }

  /** Less is more pressing; undefined where there is no need to ask. */
  #rank({ plane, pool, shared }: ConnectedPlane, now: number) {
    const answer = this.#current(plane, pool);
    const reported = plane.agentConnection?.connected;
    const disagrees = reported !== (answer?.authorised ?? true);
    if (plane.ref.namespace !== undefined && !shared && !disagrees) {
      // The resource itself tells, as its controller asked for this very resource.
      return undefined;
    }
    if (!answer) {
      return -Infinity;
    }
    const moved =
      answer.connectedAgents !== pool.connectedAgents ||
      answer.generation !== plane.generation ||
      (disagrees && answer.reported !== reported);
    if (moved) {
      return MOVED_RANK + answer.askedAt;
    }
    return now - answer.askedAt >= GOOD_FOR_MS ? answer.askedAt : undefined;
  }

  #current(plane: Plane, pool: AgentPool): Answer | undefined {
    const answer = this.#answers.get(plane.uid);
    return answer &&
      pool.connected &&
      answer.connections === pool.connections &&
      answer.pool === poolKey(agentAddress(plane))
      ? answer
      : undefined;
  }
}
