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
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  type ClusterGateways,
  type ControlPlaneObjects,
  type ControlPlaneWatcher,
  type PlaneInventory,
  readPlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { registerRunResource, RunAccess, RunAuthorizer } from './access';
import { readWorkflowRunsConfig } from './config';
import { createLiveRuns } from './createLiveRuns';
import { DefaultRunInventory } from './inventory';
import { countRuns, createInstruments, Viewers } from './metrics';
import { DefaultRunPlanes } from './planes';
import { RunReruns } from './rerun';
import {
  ListedRuns,
  PlaneLinks,
  PlaneVisibility,
  RunListing,
  RunSummaries,
  RunViews,
} from './runs';
import { followWorkflows } from './workflows';

/** What {@link startRuns} needs. */
export interface StartRunsOptions {
  readonly auth: AuthService;
  readonly config: RootConfigService;
  readonly gateways: ClusterGateways;
  readonly httpAuth: HttpAuthService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
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
  // Every value is read before anything starts, so that a wrong one lets nothing half begin.
  const config = readWorkflowRunsConfig(options.config);
  const planesConfig = readPlanesConfig(options.config);
  const clock = () => new Date();

  const inventory = DefaultRunInventory.create(options);
  options.lifecycle.addShutdownHook(() => inventory.stop());
  const workflows = followWorkflows(options.watcher);
  options.lifecycle.addShutdownHook(() => workflows.stop());
  registerRunResource({ ...options, inventory });

  const authorizer = new RunAuthorizer(options);
  const { planeInventory } = options;
  const planes = new DefaultRunPlanes({
    ...options,
    inventory: planeInventory,
    workflows,
  });
  const links = new PlaneLinks({
    config: planesConfig,
    inventory: planeInventory,
    planes,
  });
  const answering = {
    ...options,
    inventory,
    planes,
    workflows,
    planeVisibility: new PlaneVisibility(options),
    summaries: new RunSummaries({ inventory, links, planeInventory, planes }),
  };
  const listed = new ListedRuns(answering);
  const instruments = createInstruments(options.metrics);
  countRuns(instruments, inventory);
  const viewers = new Viewers({ clock });
  instruments.viewers.addCallback(result => result.observe(viewers.count));
  return {
    ...createLiveRuns({
      ...answering,
      ...config.timeline,
      clock,
      onLook: ({ outcome, durationMs }) =>
        instruments.refreshes.record(durationMs / 1000, { outcome }),
    }),
    access: new RunAccess({ ...options, authorizer, inventory }),
    clock,
    config,
    inventory,
    listing: new RunListing({ ...answering, listed }),
    planes,
    reruns: new RunReruns({ ...answering, config }),
    viewers,
    views: new RunViews(answering),
  };
}
