import {
  type AgentLiveness,
  type GatewayStatus,
  parsePlane,
  type Plane,
  PLANE_KINDS,
  type PlaneKind,
  planeKindInfo,
  type PlaneRef,
  type SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  InventoryChange,
  InventorySnapshot,
  PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { refKey } from '../follow/refKey';
import { InventoryStore } from '../inventory/InventoryStore';
import { isLivenessChange } from '../liveness/isLivenessChange';

/** The part of a plane's manifest that a test cares for. @public */
export interface TestManifest {
  kind: PlaneKind;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    [key: string]: unknown;
  };
  spec?: object;
  status?: object;
}

const EPOCH = '2026-11-21T10:00:00.000Z';

/**
 * An inventory that a test fills by hand, with the same bookkeeping as the real one.
 *
 * @public
 */
export class TestPlaneInventory implements PlaneInventory {
  readonly #store = new InventoryStore();
  readonly #listeners = new Set<
    (changes: readonly InventoryChange[]) => void
  >();
  readonly #uids = new Map<string, string>();
  readonly #liveness = new Map<string, AgentLiveness>();
  #version = 0;

  /** Every plane kind of each control plane is a source, in state `syncing`; no gateway is configured. */
  constructor(controlPlanes: readonly string[] = ['default']) {
    for (const controlPlane of controlPlanes) {
      this.#store.setGateway({ controlPlane, state: 'not-configured' });
      for (const { kind, plural } of PLANE_KINDS) {
        this.#store.addSource(sourceId(controlPlane, kind), {
          controlPlane,
          kind,
          plural,
          state: 'syncing',
          since: EPOCH,
        });
      }
    }
  }

  /** A complete list of one kind; its source is live then. */
  list(
    kind: PlaneKind,
    manifests: readonly TestManifest[],
    controlPlane = 'default',
  ): void {
    const id = sourceId(controlPlane, kind);
    this.#version++;
    this.#emit([
      ...this.#store.replace(
        id,
        manifests.map(manifest => this.#parse(manifest, controlPlane)),
      ),
      ...this.#store.setState(id, {
        state: 'live',
        since: EPOCH,
        lastSyncedAt: new Date(Date.parse(EPOCH) + this.#version).toISOString(),
      }),
    ]);
  }

  /** Lists every kind, those without a manifest as empty. */
  listAll(manifests: readonly TestManifest[], controlPlane = 'default'): void {
    for (const { kind } of PLANE_KINDS) {
      this.list(
        kind,
        manifests.filter(manifest => manifest.kind === kind),
        controlPlane,
      );
    }
  }

  put(manifest: TestManifest, controlPlane = 'default'): Plane {
    const plane = this.#parse(manifest, controlPlane);
    this.#emit(this.#store.put(sourceId(controlPlane, plane.ref.kind), plane));
    return plane;
  }

  remove(ref: PlaneRef): void {
    this.#emit(this.#store.remove(sourceId(ref.controlPlane, ref.kind), ref));
  }

  /** Sets the state of a kind's source. */
  setState(
    kind: PlaneKind,
    state: Pick<SourceStatus, 'state'> &
      Partial<Pick<SourceStatus, 'since' | 'error'>>,
    controlPlane = 'default',
  ): void {
    this.#emit(
      this.#store.setState(sourceId(controlPlane, kind), {
        since: EPOCH,
        ...state,
      }),
    );
  }

  /** Sets what the gateway says of a plane's agents; the state of the gateway is set apart. */
  setLiveness(ref: PlaneRef, liveness: AgentLiveness | undefined): void {
    const key = refKey(ref);
    const previous = this.#liveness.get(key);
    if (liveness) {
      this.#liveness.set(key, liveness);
    } else {
      this.#liveness.delete(key);
    }
    const plane = this.get(ref);
    if (plane && isLivenessChange(previous, liveness)) {
      this.#store.agentsChanged();
      this.#emit([{ type: 'agent', plane, liveness, previous }]);
    }
  }

  /** Sets the state of a control plane's gateway; of the one called `default` unless named. */
  setGateway(
    gateway: Omit<GatewayStatus, 'controlPlane'> & { controlPlane?: string },
  ): void {
    this.#emit(
      this.#store.setGateway({
        controlPlane: 'default',
        since: EPOCH,
        ...gateway,
      }),
    );
  }

  snapshot(): InventorySnapshot {
    return this.#store.snapshot();
  }

  get(ref: PlaneRef): Plane | undefined {
    return this.#store.get(ref);
  }

  getByUid(uid: string): Plane | undefined {
    return this.#store.getByUid(uid);
  }

  sourceOf(ref: PlaneRef): SourceStatus | undefined {
    return this.#store.sourceOf(ref);
  }

  livenessOf(ref: PlaneRef): AgentLiveness | undefined {
    return this.#liveness.get(refKey(ref));
  }

  gatewayOf(controlPlane: string): GatewayStatus {
    return this.#store.gatewayOf(controlPlane);
  }

  subscribe(
    listener: (changes: readonly InventoryChange[]) => void,
  ): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #parse(manifest: TestManifest, controlPlane: string): Plane {
    const { kind, metadata, ...rest } = manifest;
    const parsed = parsePlane(
      {
        apiVersion: 'openchoreo.dev/v1alpha1',
        kind,
        metadata: {
          uid: this.#uid(
            [controlPlane, kind, metadata.namespace, metadata.name].join(),
          ),
          resourceVersion: String(++this.#version),
          ...metadata,
        },
        ...rest,
      },
      { controlPlane },
    );
    if (!parsed.ok) {
      throw new Error(`Not a plane: ${JSON.stringify(parsed.error)}`);
    }
    return parsed.plane;
  }

  /** The same for the same plane, as long as the test does not name one. */
  #uid(key: string): string {
    const uid = this.#uids.get(key) ?? `uid-${this.#uids.size + 1}`;
    this.#uids.set(key, uid);
    return uid;
  }

  #emit(changes: readonly InventoryChange[]): void {
    if (changes.length > 0) {
      for (const listener of this.#listeners) {
        listener(changes);
      }
    }
  }
}

function sourceId(controlPlane: string, kind: PlaneKind): string {
  return `${controlPlane}/${planeKindInfo(kind).plural}`;
}
