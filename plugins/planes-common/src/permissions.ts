import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of permissions that concern one plane. @public */
export const PLANE_RESOURCE_TYPE = 'openchoreo-plane';

/** Allows to see a plane: its facts, state and findings. @public */
export const planeReadPermission = createPermission({
  name: 'openchoreo.plane.read',
  attributes: { action: 'read' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Allows to run a connection test, which sends requests through the gateway to the plane's cluster. @public */
export const planeConnectionTestPermission = createPermission({
  name: 'openchoreo.plane.connection.test',
  attributes: { action: 'read' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Allows to make the plane's agents dial in anew, which interrupts every plane that shares them. @public */
export const planeReconnectPermission = createPermission({
  name: 'openchoreo.plane.reconnect',
  attributes: { action: 'update' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Allows to register a plane; conditions are held against the plane that would be. @public */
export const planeCreatePermission = createPermission({
  name: 'openchoreo.plane.create',
  attributes: { action: 'create' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Allows to change a plane; conditions are held against the plane as it is and as it would be. @public */
export const planeUpdatePermission = createPermission({
  name: 'openchoreo.plane.update',
  attributes: { action: 'update' },
  resourceType: PLANE_RESOURCE_TYPE,
});

/** Every permission that the planes plugin checks. @public */
export const planesPermissions = [
  planeReadPermission,
  planeConnectionTestPermission,
  planeReconnectPermission,
  planeCreatePermission,
  planeUpdatePermission,
];
