import {
  type GatewayStatus,
  planeChange,
  type Plane,
  type PlaneRef,
  type SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { InventoryChange, InventorySnapshot } from './types';

/** Identifies one list+watch: a plural of a control plane, cluster-wide or of one namespace. */
export type SourceId = string;

interface Source {
  status: SourceStatus;
  readonly planes: Map<string, Plane>;
}

type SourceState = Pick<SourceStatus, 'state' | 'since'> &
  Partial<Pick<SourceStatus, 'lastSyncedAt' | 'error'>>;

/** What is known of all planes and sources. Pure bookkeeping: no I/O, no clock. */
export class InventoryStore {
  readonly #sources = new Map<SourceId, Source>();
  readonly #byRef = new Map<string, { plane: Plane; source: Source }>();
  readonly #byUid = new Map<string, Plane>();
  readonly #gateways = new Map<string, GatewayStatus>();
  #revision = 0;
  #specRevision = 0;
  #snapshot: InventorySnapshot | undefined;

  addSource(id: SourceId, status: SourceStatus): void {
    this.#sources.set(id, { status, planes: new Map() });
    this.#moved();
  }

  status(id: SourceId): SourceStatus {
    return this.#source(id).status;
  }

  snapshot(): InventorySnapshot {
    this.#snapshot ??= {
      planes: Array.from(this.#byRef.values(), entry => entry.plane),
      sources: Array.from(this.#sources.values(), source => ({
        ...source.status,
        planes: source.planes.size,
      })),
      gateways: Array.from(this.#gateways.values()),
      revision: this.#revision,
      specRevision: this.#specRevision,
    };
    return this.#snapshot;
  }

  get(ref: PlaneRef): Plane | undefined {
    return this.#byRef.get(planeKey(ref))?.plane;
  }

  getByUid(uid: string): Plane | undefined {
    return this.#byUid.get(uid);
  }

  sourceOf(ref: PlaneRef): SourceStatus | undefined {
    const source = this.#byRef.get(planeKey(ref))?.source;
    return source && { ...source.status, planes: source.planes.size };
  }

  /** Takes over a complete list: what it lacks is gone. */
  replace(id: SourceId, planes: readonly Plane[]): InventoryChange[] {
    const changes: InventoryChange[] = [];
    const listed = new Set<string>();
    for (const plane of planes) {
      listed.add(planeKey(plane.ref));
      changes.push(...this.put(id, plane));
    }
    for (const [key, plane] of this.#source(id).planes) {
      if (!listed.has(key)) {
        changes.push(...this.remove(id, plane.ref));
      }
    }
    return changes;
  }

  /** Takes over one plane as it is now. */
  put(id: SourceId, plane: Plane): InventoryChange[] {
    const source = this.#source(id);
    const key = planeKey(plane.ref);
    const previous = source.planes.get(key);
    if (previous && previous.uid !== plane.uid) {
      // Deleted and created again under the same name while we did not look.
      return [...this.remove(id, previous.ref), ...this.put(id, plane)];
    }
    const aspect = previous && planeChange(previous, plane);
    if (aspect === 'none') {
      return [];
    }
    source.planes.set(key, plane);
    this.#byRef.set(key, { plane, source });
    this.#byUid.set(plane.uid, plane);
    this.#moved(aspect === undefined || aspect === 'spec');
    return previous && aspect
      ? [{ type: 'changed', plane, previous, aspect }]
      : [{ type: 'added', plane }];
  }

  remove(id: SourceId, ref: PlaneRef): InventoryChange[] {
    const source = this.#source(id);
    const key = planeKey(ref);
    const plane = source.planes.get(key);
    if (!plane) {
      return [];
    }
    source.planes.delete(key);
    this.#byRef.delete(key);
    if (this.#byUid.get(plane.uid) === plane) {
      this.#byUid.delete(plane.uid);
    }
    this.#moved(true);
    return [{ type: 'removed', plane }];
  }

  /** Sets a source's state; no change where nothing but the time of the same state would move. */
  setState(id: SourceId, next: SourceState): InventoryChange[] {
    const source = this.#source(id);
    const previous = source.status;
    const unchanged =
      previous.state === next.state &&
      previous.error === next.error &&
      (next.lastSyncedAt === undefined ||
        previous.lastSyncedAt === next.lastSyncedAt);
    if (unchanged) {
      return [];
    }
    const { error: _, ...rest } = previous;
    source.status = {
      ...rest,
      ...next,
      since: previous.state === next.state ? previous.since : next.since,
      planes: source.planes.size,
    };
    this.#moved();
    return [{ type: 'source', source: source.status, previous }];
  }

  gatewayOf(controlPlane: string): GatewayStatus {
    return (
      this.#gateways.get(controlPlane) ?? {
        controlPlane,
        state: 'not-configured',
      }
    );
  }

  /** Sets the state of a control plane's gateway; no change where nothing but its times would move. */
  setGateway(next: GatewayStatus): InventoryChange[] {
    const previous = this.#gateways.get(next.controlPlane);
    const since = previous?.state === next.state ? previous.since : next.since;
    const gateway = { ...next, ...(since !== undefined && { since }) };
    this.#gateways.set(next.controlPlane, gateway);
    if (previous?.state === gateway.state && previous.error === gateway.error) {
      this.#snapshot = undefined;
      return [];
    }
    this.#moved();
    return previous ? [{ type: 'gateway', gateway, previous }] : [];
  }

  /** Counts changes of what gateways say about agents, which the store does not keep. */
  agentsChanged(): void {
    this.#moved();
  }

  #source(id: SourceId): Source {
    const source = this.#sources.get(id);
    if (!source) {
      throw new Error(`No source '${id}' in the inventory`);
    }
    return source;
  }

  #moved(spec: boolean = false): void {
    this.#snapshot = undefined;
    this.#revision++;
    if (spec) {
      this.#specRevision++;
    }
  }
}

/** One string per reference, for use as a key. */
export function planeKey(ref: PlaneRef): string {
  return `${ref.controlPlane}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}
