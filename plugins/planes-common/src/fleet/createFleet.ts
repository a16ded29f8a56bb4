import { PlaneKind } from '../model/kinds';
import { ObservabilityPlaneResolution } from '../model/observabilityPlaneResolution';
import { Plane } from '../model/plane';
import { planeKey } from '../model/planeKey';
import { Fleet } from './Fleet';
import { PlaneGroups } from './PlaneGroups';
import {
  PlaneLookup,
  resolveObservabilityPlane,
} from './resolveObservabilityPlane';

function key(...parts: string[]): string {
  return parts.join('\u0000');
}

function agentPool(plane: Plane): string {
  return key(plane.ref.controlPlane, plane.gatewayPlaneType, plane.planeID);
}

function agentCAKeys(plane: Plane): string[] {
  const { agentCA, ref } = plane;
  return agentCA.source === 'inline'
    ? agentCA.certificates.map(facts =>
        key(ref.controlPlane, facts.fingerprint),
      )
    : [];
}

function* take<T>(limit: number, items: Iterable<T>): Iterable<T> {
  let left = limit;
  for (const item of items) {
    if (left <= 0) {
      return;
    }
    left -= 1;
    yield item;
  }
}

class IndexedFleet implements Fleet {
  readonly #lookup: PlaneLookup;
  readonly #pools = new PlaneGroups();
  readonly #agentCAs = new PlaneGroups();
  readonly #observed = new Map<string, Plane[]>();

  constructor(planes: Iterable<Plane>, options: FleetOptions) {
    const byKey = new Map<string, Plane>();
    for (const plane of planes) {
      byKey.set(planeKey(plane.ref), plane);
    }
    this.#lookup = {
      exists: ref => byKey.has(planeKey(ref)),
      isKnown: options.isKnown ?? (() => true),
    };
    for (const [ownKey, plane] of byKey) {
      if (plane.access === 'agent') {
        this.#pools.add(agentPool(plane), ownKey, plane);
      }
      for (const caKey of new Set(agentCAKeys(plane))) {
        this.#agentCAs.add(caKey, plane.planeID, plane);
      }
      const resolution = this.observabilityPlane(plane);
      if ('ref' in resolution) {
        const target = planeKey(resolution.ref);
        const observed = this.#observed.get(target);
        if (observed) {
          observed.push(plane);
        } else {
          this.#observed.set(target, [plane]);
        }
      }
    }
  }

  sharing(plane: Plane, limit: number = Infinity): readonly Plane[] {
    const others = this.#pools.others(agentPool(plane), planeKey(plane.ref));
    return plane.access === 'agent' ? Array.from(take(limit, others)) : [];
  }

  sharingCount(plane: Plane): number {
    return plane.access === 'agent'
      ? this.#pools.otherCount(agentPool(plane), planeKey(plane.ref))
      : 0;
  }

  observabilityPlane(plane: Plane): ObservabilityPlaneResolution {
    return resolveObservabilityPlane(plane, this.#lookup);
  }

  observes(plane: Plane): readonly Plane[] {
    return this.#observed.get(planeKey(plane.ref)) ?? [];
  }

  agentCASharedWith(plane: Plane, limit: number = Infinity): readonly Plane[] {
    const found = new Set<Plane>();
    for (const caKey of agentCAKeys(plane)) {
      for (const other of this.#agentCAs.others(caKey, plane.planeID)) {
        if (found.size >= limit) {
          return Array.from(found);
        }
        found.add(other);
      }
    }
    return Array.from(found);
  }

  agentCASharedCount(plane: Plane): number {
    const keys = agentCAKeys(plane);
    return keys.length === 1
      ? this.#agentCAs.otherCount(keys[0], plane.planeID)
      : this.agentCASharedWith(plane).length;
  }
}

/** Options of {@link createFleet}. @public */
export interface FleetOptions {
  /**
   * Tells whether planes of a kind could be listed in a control plane. Where they could not, a
   * reference to one counts as fulfilled rather than dangling. By default every kind is known.
   */
  isKnown?(controlPlane: string, kind: PlaneKind): boolean;
}

/**
 * Indexes planes by what they are to each other, in time proportional to their number.
 *
 * @remarks
 * Where two planes have the same `ref`, the later one counts.
 *
 * @public
 */
export function createFleet(
  planes: Iterable<Plane>,
  options: FleetOptions = {},
): Fleet {
  return new IndexedFleet(planes, options);
}
