import {
  createFleet,
  type Fleet,
  type ObservabilityPlaneView,
  type Plane,
  planeEntityRef,
  planeFindings,
  type PlaneLink,
  type PlaneRef,
  planeState,
  planeTitle,
  type PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type InventorySnapshot,
  knownKinds,
  type PlaneInventory,
  type PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/** Links in one view; a pool of agents may be shared by hundreds of planes. */
const MAX_LINKS = 50;
/** Planes that are looked at for those links, some of which the caller may not see. */
const MAX_CANDIDATES = 500;

/** Computes what the API says of planes, at the moment that it is asked. */
export class PlaneViews {
  readonly #inventory: PlaneInventory;
  readonly #config: PlanesConfig;
  #fleet: { fleet: Fleet; key: string } | undefined;

  constructor(options: { inventory: PlaneInventory; config: PlanesConfig }) {
    this.#inventory = options.inventory;
    this.#config = options.config;
  }

  /**
   * The view of a plane.
   *
   * @param isVisible - tells which other planes the caller may see; the rest is left out of the links
   */
  view(
    plane: Plane,
    options: { now: Date; isVisible: (other: Plane) => boolean },
  ): PlaneView | undefined {
    const source = this.#inventory.sourceOf(plane.ref);
    if (!source) {
      return undefined;
    }
    const { now, isVisible } = options;
    const fleet = this.#currentFleet();
    const links = (planes: readonly Plane[]) =>
      planes
        .filter(isVisible)
        .slice(0, MAX_LINKS)
        .map(other => this.#link(other));
    return {
      plane,
      entityRef: this.#entityRef(plane.ref),
      title: planeTitle(plane),
      state: planeState(plane, now, {
        staleAfterMs: this.#config.staleAfterMs,
      }),
      findings: planeFindings(plane, now, fleet),
      observabilityPlane: this.#observabilityPlane(plane, fleet),
      sharedWith: links(fleet.sharing(plane, MAX_CANDIDATES)),
      observes: links(fleet.observes(plane)),
      source,
    };
  }

  #observabilityPlane(plane: Plane, fleet: Fleet): ObservabilityPlaneView {
    const resolution = fleet.observabilityPlane(plane);
    if (!('ref' in resolution)) {
      return resolution;
    }
    const target = this.#inventory.get(resolution.ref);
    return {
      ...resolution,
      entityRef: this.#entityRef(resolution.ref),
      title: target ? planeTitle(target) : resolution.ref.name,
    };
  }

  #link(plane: Plane): PlaneLink {
    return {
      ref: plane.ref,
      entityRef: this.#entityRef(plane.ref),
      title: planeTitle(plane),
    };
  }

  #entityRef(ref: PlaneRef): string {
    return planeEntityRef(ref, this.#config.clusterScopedNamespace);
  }

  /** An index over all planes, made anew only when it would come out different. */
  #currentFleet(): Fleet {
    const snapshot = this.#inventory.snapshot();
    const key = fleetKey(snapshot);
    if (this.#fleet?.key !== key) {
      const isKnown = knownKinds(snapshot.sources);
      this.#fleet = { fleet: createFleet(snapshot.planes, { isKnown }), key };
    }
    return this.#fleet.fleet;
  }
}

function fleetKey({ specRevision, sources }: InventorySnapshot): string {
  const known = sources.map(source => source.lastSyncedAt ?? source.state);
  return `${specRevision}:${known.join()}`;
}
