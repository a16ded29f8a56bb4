import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * The owner of a plane: the one that its resource names, if that is an entity reference, else the configured one.
 *
 * @returns a full entity reference where the resource names one, else `defaultOwner` as it was configured
 * @public
 */
export function planeOwner(plane: Plane, defaultOwner: string): string {
  if (plane.owner === undefined) {
    return defaultOwner;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(plane.owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return defaultOwner;
  }
}
