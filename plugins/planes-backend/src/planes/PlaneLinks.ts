import {
  type Plane,
  planeEntityRef,
  type PlaneLink,
  type PlaneRef,
  planeTitle,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';

/** Names planes as links to their entities need it. */
export class PlaneLinks {
  readonly #clusterScopedNamespace: string;

  constructor(config: Pick<PlanesConfig, 'clusterScopedNamespace'>) {
    this.#clusterScopedNamespace = config.clusterScopedNamespace;
  }

  entityRef(ref: PlaneRef): string {
    return planeEntityRef(ref, this.#clusterScopedNamespace);
  }

  link(plane: Plane): PlaneLink {
    return {
      ref: plane.ref,
      entityRef: this.entityRef(plane.ref),
      title: planeTitle(plane),
    };
  }
}
