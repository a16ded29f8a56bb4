import type {
  HttpAuthService,
  LifecycleService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  type ClusterGateways,
  type ControlPlaneWatcher,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { registerRunResource, RunAccess, RunAuthorizer } from './access';
import { readWorkflowRunsConfig } from './config';
import { DefaultRunInventory } from './inventory';
import { DefaultRunPlanes } from './planes';
import { followWorkflows } from './workflows';

/** What {@link startRuns} needs. */
export interface StartRunsOptions {
  readonly config: RootConfigService;
  readonly gateways: ClusterGateways;
  readonly httpAuth: HttpAuthService;
  readonly lifecycle: LifecycleService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly planeInventory: PlaneInventory;
  readonly watcher: ControlPlaneWatcher;
}

/**
 * Starts to follow runs and workflows; it ends with the plugin.
 *
 * @returns what answers questions
 */
export function startRuns(options: StartRunsOptions) {
  // Before anything starts, so that a wrong value lets nothing half begin.
  const config = readWorkflowRunsConfig(options.config);
  const inventory = DefaultRunInventory.create(options);
  options.lifecycle.addShutdownHook(() => inventory.stop());
  const workflows = followWorkflows(options.watcher);
  options.lifecycle.addShutdownHook(() => workflows.stop());
  registerRunResource({ ...options, inventory });

  const authorizer = new RunAuthorizer(options);
  return {
    access: new RunAccess({ ...options, authorizer, inventory }),
    clock: () => new Date(),
    config,
    inventory,
    planes: new DefaultRunPlanes({
      ...options,
      inventory: options.planeInventory,
      workflows,
    }),
  };
}
