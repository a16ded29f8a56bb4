import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  type Plane,
  PLANE_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A plane as permission rules see it. @public */
export interface PlaneResource {
  readonly plane: Plane;
  /** The entity reference of its owner. */
  readonly owner: string;
}

/** A property of planes and the values that a rule admits. @public */
export interface PlaneFilter {
  readonly property: 'planeType' | 'namespace' | 'owner';
  readonly values: readonly string[];
}

/** The permission resource `openchoreo-plane`; a resource reference is a plane's uid. @public */
export const planeResourceRef = createPermissionResourceRef<
  PlaneResource,
  PlaneFilter
>().with({ pluginId: 'planes', resourceType: PLANE_RESOURCE_TYPE });
