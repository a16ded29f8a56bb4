import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { workflowRunsPermissions } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunInventory } from '../inventory';
import { runPermissionRules } from './rules';
import { runResourceRef } from './runResource';

/** Makes the permissions on runs and their rules known to the permission framework. */
export function registerRunResource(options: {
  permissionsRegistry: PermissionsRegistryService;
  inventory: Pick<RunInventory, 'getByUid'>;
}): void {
  const { permissionsRegistry, inventory } = options;
  permissionsRegistry.addResourceType({
    resourceRef: runResourceRef,
    permissions: workflowRunsPermissions,
    rules: Object.values(runPermissionRules),
    getResources: async uids =>
      uids.map(uid => {
        const run = inventory.getByUid(uid);
        return run && { run };
      }),
  });
}
