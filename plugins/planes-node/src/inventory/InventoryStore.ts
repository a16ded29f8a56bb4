import {
  type GatewayStatus,
  planeChange,
  type Plane,
  type PlaneKind,
  type PlaneRef,
  type SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { ResourceStore } from '../follow/ResourceStore';
import type {
  NewSource,
  SourceId,
  SourceState,
  SourceStore,
} from '../follow/SourceStore';
import type { FollowedChange, FollowedSource } from '../follow/types';
import type { InventoryChange, InventorySnapshot } from './types';

/** What is known of all planes, their sources and gateways. Pure bookkeeping: no I/O, no clock. */
export class InventoryStore implements SourceStore<Plane, InventoryChange> {
  readonly #planes = new ResourceStore<Plane>({
    isSame: (previous, next) => planeChange(previous, next) === 'none',
  });
  readonly #gateways = new Map<string, GatewayStatus>();
  /** Counts what happens to others than planes and their sources. */
  #otherRevision = 0;
  #specRevision = 0;
  #snapshot: InventorySnapshot | undefined;

  addSource(id: SourceId, source: NewSource<PlaneKind>): void {
    this.#planes.addSource(id, source);
  }

  status(id: SourceId): SourceStatus {
    return toSourceStatus(this.#planes.status(id));
  }

  snapshot(): InventorySnapshot {
    const revision = this.#planes.revision + this.#otherRevision;
    if (this.#snapshot?.revision !== revision) {
      const { items, sources } = this.#planes.snapshot();
      this.#snapshot = {
        planes: items,
        sources: sources.map(toSourceStatus),
        gateways: Array.from(this.#gateways.values()),
        revision,
        specRevision: this.#specRevision,
      };
    }
    return this.#snapshot;
  }

  get(ref: PlaneRef): Plane | undefined {
    return this.#planes.get(ref);
  }

  getByUid(uid: string): Plane | undefined {
    return this.#planes.getByUid(uid);
  }

  sourceOf(ref: PlaneRef): SourceStatus | undefined {
    const source = this.#planes.sourceOf(ref);
    return source && toSourceStatus(source);
  }

  replace(id: SourceId, planes: readonly Plane[]): InventoryChange[] {
    return this.#tell(this.#planes.replace(id, planes));
  }

  put(id: SourceId, plane: Plane): InventoryChange[] {
    return this.#tell(this.#planes.put(id, plane));
  }

  remove(id: SourceId, ref: PlaneRef): InventoryChange[] {
    return this.#tell(this.#planes.remove(id, ref));
  }

  setState(id: SourceId, next: SourceState): InventoryChange[] {
    return this.#tell(this.#planes.setState(id, next));
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
    this.#snapshot = undefined;
    if (previous?.state === gateway.state && previous.error === gateway.error) {
      return [];
    }
    this.#otherRevision++;
    return previous ? [{ type: 'gateway', gateway, previous }] : [];
  }

  /** Counts changes of what gateways say about agents, which the store does not keep. */
  agentsChanged(): void {
    this.#otherRevision++;
  }

  #tell(changes: readonly FollowedChange<Plane>[]): InventoryChange[] {
    const told = changes.flatMap(toInventoryChange);
    this.#specRevision += told.filter(isSpecChange).length;
    return told;
  }
}

function toInventoryChange(change: FollowedChange<Plane>): InventoryChange[] {
  switch (change.type) {
    case 'added':
    case 'removed':
      return [{ type: change.type, plane: change.item }];
    case 'changed': {
      const { item: plane, previous } = change;
      const aspect = planeChange(previous, plane);
      return aspect === 'none'
        ? []
        : [{ type: 'changed', plane, previous, aspect }];
    }
    default:
      return [
        {
          type: 'source',
          source: toSourceStatus(change.source),
          previous: toSourceStatus(change.previous),
        },
      ];
  }
}

function isSpecChange(change: InventoryChange): boolean {
  return (
    change.type === 'added' ||
    change.type === 'removed' ||
    (change.type === 'changed' && change.aspect === 'spec')
  );
}

function toSourceStatus({
  items,
  ...source
}: FollowedSource<PlaneKind>): SourceStatus {
  return { ...source, planes: items };
}
