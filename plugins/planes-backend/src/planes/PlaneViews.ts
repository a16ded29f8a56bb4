import {
  type Fleet,
  type ObservabilityPlaneView,
  type Plane,
  planeFindings,
  type PlaneLink,
  planeState,
  planeTitle,
  type PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneInventory,
  PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { agentPool } from './agentPool';
import type { CurrentFleet } from './CurrentFleet';
import type { PlaneLinks } from './PlaneLinks';

/** Links in one view; a pool of agents may be shared by hundreds of planes. */
const MAX_LINKS = 50;
/** Planes that are looked at for those links, some of which the caller may not see. */
const MAX_CANDIDATES = 500;

/** What {@link PlaneViews} needs. */
export interface PlaneViewsOptions {
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly links: PlaneLinks;
  /** Tells the uids of planes that connection tests saw in the same cluster. */
  readonly clusters: { colocatedWith(uid: string): readonly string[] };
  readonly config: Pick<PlanesConfig, 'staleAfterMs'>;
}

/** Computes everything that the API says of one plane, at the moment that it is asked. */
export class PlaneViews {
  readonly #options: PlaneViewsOptions;

  constructor(options: PlaneViewsOptions) {
    this.#options = options;
  }

  /**
   * The view of a plane.
   *
   * @param isVisible - tells which other planes the caller may see; the rest is left out of the links
   * @returns undefined for a plane that the inventory does not have any more
   */
  view(
    plane: Plane,
    options: { now: Date; isVisible: (other: Plane) => boolean },
  ): PlaneView | undefined {
    const { inventory, links, config } = this.#options;
    const source = inventory.sourceOf(plane.ref);
    if (!source) {
      return undefined;
    }
    const { now, isVisible } = options;
    const fleet = this.#options.fleet.get();
    const liveness = inventory.livenessOf(plane.ref);
    const linksTo = (planes: readonly Plane[]): PlaneLink[] =>
      planes
        .filter(isVisible)
        .slice(0, MAX_LINKS)
        .map(other => links.link(other));
    return {
      plane,
      entityRef: links.entityRef(plane.ref),
      title: planeTitle(plane),
      state: planeState(plane, now, {
        staleAfterMs: config.staleAfterMs,
        liveness,
      }),
      findings: planeFindings(plane, now, fleet),
      observabilityPlane: this.#observabilityPlane(plane, fleet),
      sharedWith: linksTo(fleet.sharing(plane, MAX_CANDIDATES)),
      observes: linksTo(fleet.observes(plane)),
      colocatedWith: linksTo(this.#colocated(plane)),
      ...(liveness && { liveness }),
      gateway: inventory.gatewayOf(plane.ref.controlPlane),
      source,
    };
  }

  #observabilityPlane(plane: Plane, fleet: Fleet): ObservabilityPlaneView {
    const resolution = fleet.observabilityPlane(plane);
    if (!('ref' in resolution)) {
      return resolution;
    }
    const target = this.#options.inventory.get(resolution.ref);
    return {
      ...resolution,
      entityRef: this.#options.links.entityRef(resolution.ref),
      title: target ? planeTitle(target) : resolution.ref.name,
    };
  }

  /** Planes in the same cluster; those that share its agents are there by necessity, and named as such already. */
  #colocated(plane: Plane): Plane[] {
    const { clusters, inventory } = this.#options;
    const pool = agentPool(plane);
    return clusters
      .colocatedWith(plane.uid)
      .map(uid => inventory.getByUid(uid))
      .filter(
        (other): other is Plane =>
          other !== undefined &&
          (pool === undefined || agentPool(other) !== pool),
      );
  }
}
