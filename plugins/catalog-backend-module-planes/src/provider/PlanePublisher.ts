import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import {
  createFleet,
  type Fleet,
  formatPlaneRef,
  type Plane,
  planeEntityRef,
  planeKindInfo,
  type SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type InventoryChange,
  type InventorySnapshot,
  isSourceKnown,
  isSourceSettled,
  knownKinds,
  OutageLog,
  type PlaneInventory,
  type PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  planeClusterEntity,
  planeClusterEntityRef,
  planeEntity,
} from '../entity';
import type { PlaneEntityTransformer } from '../planeEntityTransformExtensionPoint';
import { affectedPlanes } from './affectedPlanes';
import { CatalogLag } from './CatalogLag';
import { PlaneEntityProvider } from './PlaneEntityProvider';
import { Debouncer } from './Debouncer';

const COALESCE_MS = 100;
const COALESCE_MAX_MS = 500;
const RETRY_MS = 1_000;
/** How long the first publication waits for every source to be read, so that relations are right at once. */
const SETTLE_MAX_MS = 5_000;

export interface PlanePublisherOptions {
  readonly inventory: PlaneInventory;
  readonly config: PlanesConfig;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly transformer?: PlaneEntityTransformer;
}

/** Keeps the catalog's plane entities true to the inventory, one provider a kind and control plane. */
export class PlanePublisher {
  readonly #options: PlanePublisherOptions;
  readonly #providers = new Map<string, PlaneEntityProvider>();
  readonly #debouncer: Debouncer;
  readonly #lag: CatalogLag;
  readonly #outages: OutageLog;
  readonly #transformerOutages: OutageLog;
  #fleet: Fleet = createFleet([]);
  #specRevision = -1;
  #knownSources = '';
  #pending: InventoryChange[] = [];
  /** Providers whose list is complete in the inventory, but not in their books yet. */
  #complete = new Set<PlaneEntityProvider>();
  readonly #completeControlPlanes = new Set<string>();
  #unsubscribe: (() => void) | undefined;
  readonly #startedAt = performance.now();

  static create(options: PlanePublisherOptions): PlanePublisher {
    return new PlanePublisher(options);
  }

  private constructor(options: PlanePublisherOptions) {
    this.#options = options;
    const { logger } = options;
    this.#lag = new CatalogLag(options.metrics);
    this.#outages = new OutageLog({
      logger,
      task: 'write planes to the catalog',
    });
    this.#transformerOutages = new OutageLog({
      logger,
      task: 'use the transformer of plane entities everywhere',
    });
    this.#debouncer = new Debouncer(() => this.#flush(), {
      delayMs: COALESCE_MS,
      maxDelayMs: COALESCE_MAX_MS,
      retryMs: RETRY_MS,
      onError: error => this.#outages.failed(error),
    });
    for (const source of options.inventory.snapshot().sources) {
      this.#addProvider(kindGroup(source));
      this.#addProvider(clusterGroup(source));
    }
  }

  get providers(): PlaneEntityProvider[] {
    return Array.from(this.#providers.values());
  }

  /** Begins to follow the inventory. */
  start(): void {
    const { inventory } = this.#options;
    this.#unsubscribe = inventory.subscribe(changes => this.#note(changes));
    const { planes, sources } = inventory.snapshot();
    this.#note(planes.map(plane => ({ type: 'added', plane })));
    for (const source of sources.filter(isSourceKnown)) {
      this.#noteListed(source);
    }
  }

  /**
   * Writes all that is known as a whole, over what the catalog has.
   *
   * @remarks
   * Replicas see a change a moment apart. One that is behind, and is killed before it catches up, leaves the catalog with
   * what it wrote last, which no delta of the others puts right.
   */
  reconcile(): void {
    const { sources } = this.#options.inventory.snapshot();
    // What is stale here may be less true than what the catalog has.
    const isTrue = ({ state }: SourceStatus) =>
      state === 'live' || state === 'absent';
    for (const { controlPlane, plural } of sources) {
      const siblings = sources.filter(
        other => other.controlPlane === controlPlane,
      );
      if (siblings.every(isTrue)) {
        this.#noteComplete(clusterGroup({ controlPlane }));
      }
      if (siblings.filter(other => other.plural === plural).every(isTrue)) {
        this.#noteComplete(kindGroup({ controlPlane, plural }));
      }
    }
    this.#debouncer.trigger();
  }

  /** Ends it; a publication that is under way is waited for. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    await this.#debouncer.stop();
  }

  #addProvider(group: string): void {
    if (!this.#providers.has(group)) {
      this.#providers.set(
        group,
        new PlaneEntityProvider(group, () => this.#debouncer.trigger()),
      );
    }
  }

  #note(changes: readonly InventoryChange[]): void {
    for (const change of changes) {
      if (change.type === 'source') {
        const { source, previous } = change;
        const listed = source.lastSyncedAt !== previous.lastSyncedAt;
        const gone = source.state === 'absent' && previous.state !== 'absent';
        if (listed || gone) {
          this.#noteListed(source);
        }
        this.#debouncer.trigger();
      } else if (change.type !== 'changed' || change.aspect === 'spec') {
        this.#pending.push(change);
        this.#lag.seen();
        this.#debouncer.trigger();
      }
    }
  }

  #noteListed(source: { controlPlane: string; plural: string }): void {
    const { sources } = this.#options.inventory.snapshot();
    const siblings = sources.filter(
      other => other.controlPlane === source.controlPlane,
    );
    // A kind that is read namespace by namespace is complete with its last namespace.
    const ofKind = siblings.filter(other => other.plural === source.plural);
    if (ofKind.every(isSourceKnown)) {
      this.#noteComplete(kindGroup(source));
    }
    // Nobody lists agents: once they are right as a whole, they stay right by deltas.
    const { controlPlane } = source;
    if (
      !this.#completeControlPlanes.has(controlPlane) &&
      siblings.every(isSourceKnown)
    ) {
      this.#completeControlPlanes.add(controlPlane);
      this.#noteComplete(clusterGroup(source));
    }
  }

  #noteComplete(group: string): void {
    const provider = this.#providers.get(group);
    if (provider) {
      this.#complete.add(provider);
    }
  }

  async #flush(): Promise<void> {
    const snapshot = this.#options.inventory.snapshot();
    const waited = performance.now() - this.#startedAt;
    if (!snapshot.sources.every(isSourceSettled) && waited < SETTLE_MAX_MS) {
      this.#debouncer.trigger();
      return;
    }
    this.#lag.publishing();
    // A list must be in the book before it may replace what the catalog has.
    const complete = this.#complete;
    this.#complete = new Set();
    await this.#updateBooks(snapshot);
    for (const provider of complete) {
      provider.requireFullMutation();
    }
    for (const provider of this.#providers.values()) {
      await provider.publish();
    }
    this.#lag.published();
    this.#outages.worked();
  }

  async #updateBooks(snapshot: InventorySnapshot): Promise<void> {
    const changes = this.#pending;
    this.#pending = [];
    const knownSources = snapshot.sources.map(isSourceKnown).join();
    if (
      snapshot.specRevision === this.#specRevision &&
      knownSources === this.#knownSources
    ) {
      return;
    }
    const before = this.#fleet;
    this.#fleet = createFleet(snapshot.planes, {
      isKnown: knownKinds(snapshot.sources),
    });
    const affected =
      knownSources === this.#knownSources
        ? affectedPlanes(changes, [before, this.#fleet])
        : // A kind became known: any reference to it may now be seen to dangle.
          new Set([...snapshot.planes, ...affectedPlanes(changes, [before])]);
    this.#specRevision = snapshot.specRevision;
    this.#knownSources = knownSources;
    for (const plane of affected) {
      await this.#updateEntity(plane);
      this.#updateClusterEntity(plane);
    }
  }

  async #updateEntity(changed: Plane): Promise<void> {
    const { inventory, config } = this.#options;
    const { ref } = changed;
    const book = this.#providers.get(kindGroupOf(changed))?.book;
    const plane = inventory.get(ref);
    const entity =
      plane &&
      (await this.#transform(planeEntity(plane, this.#fleet, config), plane));
    if (entity) {
      book?.put(entity);
    } else {
      book?.remove(planeEntityRef(ref, config.clusterScopedNamespace));
    }
  }

  #updateClusterEntity(plane: Plane): void {
    const { config } = this.#options;
    const book = this.#providers.get(clusterGroup(plane.ref))?.book;
    const members =
      this.#fleet.sharingCount(plane) + (this.#fleetHas(plane) ? 1 : 0);
    if (members > 1) {
      book?.put(planeClusterEntity(plane, config));
    } else {
      book?.remove(planeClusterEntityRef(plane, config));
    }
  }

  #fleetHas(plane: Plane): boolean {
    const current = this.#options.inventory.get(plane.ref);
    return (
      current?.access === 'agent' &&
      current.planeID === plane.planeID &&
      current.gatewayPlaneType === plane.gatewayPlaneType
    );
  }

  async #transform(
    entity: ReturnType<typeof planeEntity>,
    plane: Plane,
  ): Promise<typeof entity | undefined> {
    const { transformer } = this.#options;
    if (!transformer) {
      return entity;
    }
    const part = formatPlaneRef(plane.ref);
    try {
      const result = await transformer(structuredClone(entity), plane);
      const kept =
        !result || stringifyEntityRef(result) === stringifyEntityRef(entity);
      if (kept) {
        this.#transformerOutages.worked(part);
        return result;
      }
      this.#transformerOutages.failed(
        `it renamed the entity of ${part}, which it must not; the entity is used as it was`,
        { part, reason: 'renamed' },
      );
    } catch (error) {
      this.#transformerOutages.failed(
        new ForwardedError(
          `It failed for ${part}, whose entity is used as it was`,
          error,
        ),
        { part },
      );
    }
    return entity;
  }
}

function kindGroup(source: { controlPlane: string; plural: string }): string {
  return `${source.controlPlane}/${source.plural}`;
}

function kindGroupOf({ ref }: Plane): string {
  return kindGroup({
    controlPlane: ref.controlPlane,
    plural: planeKindInfo(ref.kind).plural,
  });
}

function clusterGroup(source: { controlPlane: string }): string {
  return `${source.controlPlane}/agents`;
}
