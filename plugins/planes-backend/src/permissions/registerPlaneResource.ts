import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { planesPermissions } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { PlaneAuthorizer } from './PlaneAuthorizer';
import { planeResourceRef } from './planeResource';
import { planePermissionRules } from './rules';

/** Makes the permissions on planes and their rules known to the permission framework. */
export function registerPlaneResource(options: {
  permissionsRegistry: PermissionsRegistryService;
  inventory: PlaneInventory;
  authorizer: PlaneAuthorizer;
}): void {
  const { permissionsRegistry, inventory, authorizer } = options;
  permissionsRegistry.addResourceType({
    resourceRef: planeResourceRef,
    permissions: planesPermissions,
    rules: Object.values(planePermissionRules),
    getResources: async uids =>
      uids.map(uid => {
        const plane = inventory.getByUid(uid);
        return plane && authorizer.resource(plane);
      }),
  });
}
