import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import {
  clusterGatewaysServiceRef,
  type ControlPlaneReader,
  controlPlaneReaderServiceRef,
  planeInventoryServiceRef,
  planeResourcesServiceRef,
  type ResourceList,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  TestAuditLog,
  type TestClusterGateway,
  TestClusterGateways,
  TestMetrics,
  TestPlaneInventory,
  TestPlaneResources,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import request from 'supertest';
import { planesPlugin } from '../plugin';

/** The plugin as a backend runs it, with everything around it at the test's hands. */
export class PlanesTestBackend {
  readonly inventory = new TestPlaneInventory();
  readonly gateways: TestClusterGateways;
  readonly resources: TestPlaneResources;
  /** What the caller may do, by permission; everything else is allowed. */
  readonly decisions = new Map<string, PolicyDecision>();
  /** What the control plane lists, by plural; anything else it does not serve. */
  readonly lists = new Map<string, ResourceList>();
  /** Every list that was asked for. */
  readonly listed: string[] = [];
  readonly #auditLog = new TestAuditLog();
  readonly audited = this.#auditLog.records;
  readonly signals: SignalPayload[] = [];
  readonly metrics = new TestMetrics();
  #stop: (() => Promise<void>) | undefined;

  constructor(
    options: {
      controlPlanesWithGateway?: readonly string[];
      resources?: TestPlaneResources;
    } = {},
  ) {
    this.resources = options.resources ?? new TestPlaneResources();
    this.gateways = new TestClusterGateways(options.controlPlanesWithGateway);
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
    const reader: ControlPlaneReader = {
      list: async (controlPlane, plural) => {
        this.listed.push(`${controlPlane}/${plural}`);
        return (
          this.lists.get(plural) ?? {
            ok: false,
            reason: 'not-served',
            message: 'The API server does not serve this resource (404)',
          }
        );
      },
    };
    const backend = await startTestBackend({
      features: [
        planesPlugin,
        mockServices.rootConfig.factory({
          data: { openchoreo: { ...config, planes } },
        }),
        mockServices.permissions.mock({
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
          factory: () => this.inventory,
        }),
        createServiceFactory({
          service: clusterGatewaysServiceRef,
          deps: {},
          factory: () => this.gateways,
        }),
        createServiceFactory({
          service: controlPlaneReaderServiceRef,
          deps: {},
          factory: () => reader,
        }),
        createServiceFactory({
          service: planeResourcesServiceRef,
          deps: {},
          factory: () => this.resources,
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async signal => {
              this.signals.push(signal);
            },
          }),
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: async () => {} }),
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

/** A decision that holds for some planes. */
export function conditional(
  rule: string,
  params: Record<string, string[]>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'planes',
    resourceType: 'openchoreo-plane',
    conditions: { rule, resourceType: 'openchoreo-plane', params },
  };
}
