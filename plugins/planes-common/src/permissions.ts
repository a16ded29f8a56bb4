import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of permissions that concern one plane. @public */
export const PLANE_RESOURCE_TYPE = 'openchoreo-plane';

/** Allows to see a plane: its facts, state and findings. @public */
export const planeReadPermission = createPermission({
  name: 'openchoreo.plane.read',
  attributes: { action: 'read' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Every permission that the planes plugin checks. @public */
export const planesPermissions = [planeReadPermission];
