import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  clusterGatewaysServiceRef,
  controlPlaneObjectsServiceRef,
  controlPlaneWatcherServiceRef,
  planeInventoryServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  TestAuditLog,
  type TestClusterGateway,
  TestClusterGateways,
  TestControlPlaneObjects,
  TestControlPlaneWatcher,
  TestMetrics,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import request from 'supertest';
import { workflowRunsPlugin } from '../plugin';

/** The plugin as a backend runs it, with everything around it at the test's hands. */
export class RunsTestBackend {
  readonly planes = new TestPlaneInventory();
  /** Fill it with runs and workflows, before the start or after. */
  readonly watcher = new TestControlPlaneWatcher();
  readonly objects = new TestControlPlaneObjects();
  readonly gateways: TestClusterGateways;
  /** What the caller may do, by permission; everything else is allowed. */
  readonly decisions = new Map<string, PolicyDecision>();
  /** Planes that the caller may not see, by uid. */
  readonly hiddenPlanes = new Set<string>();
  readonly #auditLog = new TestAuditLog();
  readonly audited = this.#auditLog.records;
  readonly metrics = new TestMetrics();
  #stop: (() => Promise<void>) | undefined;

  constructor(options: { controlPlanesWithGateway?: readonly string[] } = {}) {
    this.gateways = new TestClusterGateways(options.controlPlanesWithGateway);
    this.objects.onCreate = ({ controlPlane, kind }, object) =>
      this.watcher.put(
        { metadata: { name: '' }, ...object, kind },
        controlPlane,
      );
  }

  get gateway(): TestClusterGateway {
    return this.gateways.gateway();
  }

  /**
   * Starts the backend, without limits of requests unless configured.
   *
   * @returns what sends requests to it, as a user unless told otherwise
   */
  async start(config: { planes?: object; [key: string]: unknown } = {}) {
    const planes = { rateLimit: { enabled: false }, ...config.planes };
    const backend = await startTestBackend({
      features: [
        workflowRunsPlugin,
        mockServices.rootConfig.factory({
          data: { openchoreo: { ...config, planes } },
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ resourceRef }) => ({
              result: this.hiddenPlanes.has(resourceRef ?? '')
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
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
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () => this.metrics,
        }),
        createServiceFactory({
          service: planeInventoryServiceRef,
          deps: {},
          factory: () => this.planes,
        }),
        createServiceFactory({
          service: clusterGatewaysServiceRef,
          deps: {},
          factory: () => this.gateways,
        }),
        createServiceFactory({
          service: controlPlaneObjectsServiceRef,
          deps: {},
          factory: () => this.objects,
        }),
        createServiceFactory({
          service: controlPlaneWatcherServiceRef,
          deps: {},
          factory: () => this.watcher,
        }),
      ],
    });
    this.#stop = () => backend.stop();
    return request(backend.server);
  }

  async stop(): Promise<void> {
    await this.#stop?.();
    this.#stop = undefined;
  }
}

/** The header of a request that nobody signed. */
export const anonymous = {
  Authorization: mockCredentials.none.header(),
} as const;

/** A decision that holds for some runs. */
export function conditional(
  rule: string,
  params: Record<string, string[]>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'workflow-runs',
    resourceType: 'openchoreo-workflow-run',
    conditions: { rule, resourceType: 'openchoreo-workflow-run', params },
  };
}
