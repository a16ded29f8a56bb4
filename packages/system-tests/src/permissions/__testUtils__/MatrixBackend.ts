import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  createServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import {
  clusterGatewaysServiceRef,
  controlPlaneObjectsServiceRef,
  type ControlPlaneReader,
  controlPlaneReaderServiceRef,
  controlPlaneWatcherServiceRef,
  planeInventoryServiceRef,
  planeResourcesServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  TestAuditLog,
  TestClusterGateways,
  TestControlPlaneObjects,
  TestControlPlaneWatcher,
  TestPlaneInventory,
  TestPlaneResources,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import scaffolderModulePlanes from '@openchoreo-planes/backstage-plugin-scaffolder-backend-module-planes';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import request from 'supertest';
import { PLANES, RUNS } from './resources';

function provide<T extends object>(
  service: ServiceRef<T, 'root'>,
  instance: T,
) {
  return createServiceFactory({ service, deps: {}, factory: () => instance });
}

/** Both plugins and the scaffolder as a portal mounts them, with stand-ins for everything outside the portal. */
export class MatrixBackend {
  /** What the caller may do, by permission; everything else is allowed. */
  readonly decisions = new Map<string, PolicyDecision>();
  readonly #inventory = new TestPlaneInventory();
  readonly #watcher = new TestControlPlaneWatcher();
  readonly #gateways = new TestClusterGateways();
  readonly #resources = new TestPlaneResources();
  readonly #objects = new TestControlPlaneObjects();
  readonly #auditLog = new TestAuditLog();
  readonly #reader: ControlPlaneReader = {
    list: async (_, plural) => {
      this.#listed.push(plural);
      return { ok: true, items: [] };
    },
  };
  #listed: string[] = [];
  #backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  async start(): Promise<void> {
    this.#inventory.listAll([...PLANES]);
    this.#watcher.list(['WorkflowRun'], RUNS);
    this.#backend = await startTestBackend({
      features: [
        planesPlugin,
        workflowRunsPlugin,
        import('@backstage/plugin-scaffolder-backend'),
        scaffolderModulePlanes,
        actionsRegistryServiceFactory,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: { openchoreo: { planes: { rateLimit: { enabled: false } } } },
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async requests =>
            requests.map(
              ({ permission }) =>
                this.decisions.get(permission.name) ?? {
                  result: AuthorizeResult.ALLOW,
                },
            ),
        }).factory,
        mockServices.auditor.mock({
          createEvent: this.#auditLog.createEvent,
        }).factory,
        provide(planeInventoryServiceRef, this.#inventory),
        provide(clusterGatewaysServiceRef, this.#gateways),
        provide(controlPlaneReaderServiceRef, this.#reader),
        provide(planeResourcesServiceRef, this.#resources),
        provide(controlPlaneObjectsServiceRef, this.#objects),
        provide(controlPlaneWatcherServiceRef, this.#watcher),
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
  }

  get server() {
    if (!this.#backend) {
      throw new Error('The backend was not started');
    }
    return this.#backend.server;
  }

  get client() {
    return request(this.server);
  }

  /** How often somebody outside the portal was asked, or would have been, since the last {@link MatrixBackend.reset}. */
  get contacts(): number {
    return (
      this.#gateways.gateway().requests.length +
      this.#resources.requests.length +
      this.#objects.requests.length +
      this.#listed.length
    );
  }

  /** What went to the audit log since the last {@link MatrixBackend.reset}. */
  get audited() {
    return this.#auditLog.records;
  }

  /** Everything is allowed, and nothing has happened. */
  reset(): void {
    this.decisions.clear();
    this.#gateways.gateway().requests.length = 0;
    this.#resources.requests.length = 0;
    this.#objects.requests.length = 0;
    this.#auditLog.records.length = 0;
    this.#listed = [];
  }
}
