import type {
  AuthService,
  DatabaseService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type ClusterGateways,
  type ControlPlaneReader,
  type PlaneInventory,
  type PlaneResources,
  readPlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Knex } from 'knex';
import {
  readHistoryConfig,
  readNotificationsConfig,
  readRegistrationConfig,
} from './config';
import {
  ClusterIdentities,
  type ConnectionTestConfig,
  ConnectionTests,
  type ConnectionTestsOptions,
  ConnectionTestStore,
  readConnectionTestConfig,
} from './connectionTest';
import { openDatabase } from './database';
import { CachedLists, PlaneDependentsReader } from './dependents';
import { startHistory } from './history';
import { countPlanes, createInstruments } from './metrics';
import { startNotifications } from './notifications';
import {
  PlaneAccess,
  PlaneAuthorizer,
  registerPlaneResource,
} from './permissions';
import {
  CurrentFleet,
  PlaneLinks,
  PlaneListing,
  PlaneSummaries,
  PlaneViews,
} from './planes';
import { AgentReconnects } from './reconnect';
import { createRegistration } from './registration';
import { PlaneSignals } from './signals';

/** What {@link startPlanes} needs. */
export interface StartPlanesOptions {
  readonly auth: AuthService;
  readonly config: RootConfigService;
  readonly database: DatabaseService;
  readonly gateways: ClusterGateways;
  readonly httpAuth: HttpAuthService;
  readonly inventory: PlaneInventory;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly reader: ControlPlaneReader;
  readonly resources: PlaneResources;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly userInfo: UserInfoService;
}

/**
 * Starts all that goes on without being asked for: recording, notifying, signalling. It ends with the plugin.
 *
 * @returns what answers questions
 */
export async function startPlanes(options: StartPlanesOptions) {
  const clock = () => new Date();
  const config = readPlanesConfig(options.config);
  // Every value is read before anything starts, so that a wrong one lets nothing half begin.
  const settings = {
    history: readHistoryConfig(options.config),
    notifications: readNotificationsConfig(options.config),
    connectionTest: readConnectionTestConfig(options.config),
    registration: readRegistrationConfig(options.config),
  };
  const authorizer = new PlaneAuthorizer({ ...options, ...config });
  registerPlaneResource({ ...options, authorizer });

  const knex = await openDatabase(options.database);
  const started = { ...options, ...config, knex, clock };
  const history = await startHistory({ ...started, ...settings.history });
  await startNotifications({
    ...started,
    ...settings.notifications,
    config,
  });
  const fleet = new CurrentFleet(options.inventory);
  const instruments = createInstruments(options.metrics);
  const { tests, clusters } = await startConnectionTests({
    ...started,
    fleet,
    config: settings.connectionTest,
    onEnd: ({ planeType, outcome, durationMs }) =>
      instruments.connectionTests.record(durationMs / 1000, {
        plane_type: planeType,
        outcome,
      }),
  });
  startSignals(options);

  const links = new PlaneLinks(config);
  const ownerOf = (plane: Plane) => authorizer.resource(plane).owner;
  const answering = { ...options, config, fleet, links, clusters, clock };
  const summaries = new PlaneSummaries({ ...answering, ownerOf });
  countPlanes(instruments, { summaries, clock });
  const lists = new CachedLists(answering);
  const registration = createRegistration({
    ...answering,
    authorizer,
    config: settings.registration,
  });
  return {
    ...registration,
    access: new PlaneAccess({ ...options, authorizer }),
    authorizer,
    clock,
    clusterScopedNamespace: config.clusterScopedNamespace,
    dependents: new PlaneDependentsReader({ ...answering, lists }),
    history,
    listing: new PlaneListing({ ...options, summaries, history }),
    reconnects: new AgentReconnects(answering),
    tests,
    views: new PlaneViews(answering),
  };
}

function startSignals(options: StartPlanesOptions): void {
  const planeSignals = new PlaneSignals(options);
  planeSignals.start();
  options.lifecycle.addShutdownHook(() => planeSignals.stop());
}

async function startConnectionTests(options: {
  readonly knex: Knex;
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly gateways: ClusterGateways;
  readonly config: ConnectionTestConfig;
  readonly staleAfterMs: number;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly onEnd: ConnectionTestsOptions['onEnd'];
  readonly clock: () => Date;
}) {
  const { knex, lifecycle } = options;
  const logger = options.logger.child({ task: 'connection-test' });
  const store = new ConnectionTestStore({ db: knex, logger });
  const clusters = new ClusterIdentities({ store, logger });
  await clusters.start();
  lifecycle.addShutdownHook(() => clusters.stop());
  const tests = new ConnectionTests({ ...options, store, clusters, logger });
  lifecycle.addShutdownHook(() => tests.stop());
  return { tests, clusters };
}
