import type { ResourceEntity } from '@backstage/catalog-model';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Changes a plane's entity before it reaches the catalog.
 *
 * @remarks
 * Must keep kind, namespace and name. Depend on nothing that changes by itself: every difference to the last result is
 * written to the catalog. When it throws, the entity goes to the catalog as it was.
 *
 * @returns the entity to use, or undefined to leave the plane out of the catalog
 * @public
 */
export type PlaneEntityTransformer = (
  entity: ResourceEntity,
  plane: Plane,
) => Promise<ResourceEntity | undefined> | ResourceEntity | undefined;

/** Lets a backend module adapt the entities of planes to its portal. @public */
export interface PlaneEntityTransformExtensionPoint {
  /** Sets the transformer; only once. */
  setTransformer(transformer: PlaneEntityTransformer): void;
}

/** {@inheritDoc PlaneEntityTransformExtensionPoint} @public */
export const planeEntityTransformExtensionPoint =
  createExtensionPoint<PlaneEntityTransformExtensionPoint>({
    id: 'catalog.planes.entity-transform',
  });
