import type {
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  ClusterGateways,
  ControlPlaneObjects,
  ControlPlaneWatcher,
  PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { registerRunResource, RunAccess, RunAuthorizer } from './access';
import { readWorkflowRunsConfig } from './config';
import { createLiveRuns } from './createLiveRuns';
import { DefaultRunInventory } from './inventory';
import { DefaultRunPlanes } from './planes';
import { RunReruns } from './rerun';
import { followWorkflows } from './workflows';

/** What {@link startRuns} needs. */
export interface StartRunsOptions {
  readonly auth: AuthService;
  readonly config: RootConfigService;
  readonly gateways: ClusterGateways;
  readonly httpAuth: HttpAuthService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly objects: ControlPlaneObjects;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly planeInventory: PlaneInventory;
  readonly userInfo: UserInfoService;
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
  const clock = () => new Date();
  const planes = new DefaultRunPlanes({
    ...options,
    inventory: options.planeInventory,
    workflows,
  });
  return {
    ...createLiveRuns({
      ...options,
      ...config.timeline,
      clock,
      inventory,
      planes,
    }),
    access: new RunAccess({ ...options, authorizer, inventory }),
    clock,
    config,
    inventory,
    planes,
    reruns: new RunReruns({ ...options, config, inventory }),
  };
}
