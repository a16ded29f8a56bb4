import type {
  AgentLiveness,
  GatewayStatus,
  Plane,
  PlaneRef,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Something that happened to the inventory.
 *
 * @remarks
 * The aspect of a change is the most weighty one: `spec` is anything that the resource's author wrote, `status`
 * what controllers report, `heartbeat` nothing but the time of the last heartbeat.
 *
 * @public
 */
export type InventoryChange =
  | { readonly type: 'added'; readonly plane: Plane }
  | {
      readonly type: 'changed';
      readonly plane: Plane;
      readonly previous: Plane;
      readonly aspect: 'spec' | 'status' | 'heartbeat';
    }
  | { readonly type: 'removed'; readonly plane: Plane }
  | {
      /** A source's state changed; its `lastSyncedAt` moved when it was listed anew. */
      readonly type: 'source';
      readonly source: SourceStatus;
      readonly previous: SourceStatus;
    }
  | {
      /** What the gateway says of a plane's agents changed: connected or not, how many, authorised or not. */
      readonly type: 'agent';
      readonly plane: Plane;
      readonly liveness: AgentLiveness | undefined;
      readonly previous: AgentLiveness | undefined;
    }
  | {
      /** A control plane's gateway became live, unreachable or refused. */
      readonly type: 'gateway';
      readonly gateway: GatewayStatus;
      readonly previous: GatewayStatus;
    };

/** The inventory at one moment; never changes. @public */
export interface InventorySnapshot {
  readonly planes: readonly Plane[];
  readonly sources: readonly SourceStatus[];
  /** One for each control plane. */
  readonly gateways: readonly GatewayStatus[];
  /** Grows with every change, heartbeats included. */
  readonly revision: number;
  /** Grows when planes come, go, or change their spec: what indexes over planes depend on. */
  readonly specRevision: number;
}

/**
 * Every plane of every configured control plane, kept current by list+watch.
 *
 * @remarks
 * A plane leaves only when its control plane says so. While a source cannot be read, its planes stay and the source
 * tells since when they are unverified.
 *
 * @public
 */
export interface PlaneInventory {
  snapshot(): InventorySnapshot;
  get(ref: PlaneRef): Plane | undefined;
  getByUid(uid: string): Plane | undefined;
  /** The source that a plane comes from. */
  sourceOf(ref: PlaneRef): SourceStatus | undefined;
  /** What the gateway says of a plane's agents; undefined while it was not asked, or cannot be. */
  livenessOf(ref: PlaneRef): AgentLiveness | undefined;
  /** The state of the gateway of a control plane. */
  gatewayOf(controlPlane: string): GatewayStatus;
  /**
   * Calls the listener with every batch of changes, in order, right when they happen.
   *
   * @returns a function that ends the subscription
   */
  subscribe(
    listener: (changes: readonly InventoryChange[]) => void,
  ): () => void;
}
