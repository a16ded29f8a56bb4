import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import catalogModulePlanes from '@openchoreo-planes/backstage-plugin-catalog-backend-module-planes';
import kubernetesModulePlanes from '@openchoreo-planes/backstage-plugin-kubernetes-backend-module-planes';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import scaffolderModulePlanes from '@openchoreo-planes/backstage-plugin-scaffolder-backend-module-planes';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import {
  createAgentCas,
  startTestControlPlane,
  type TestControllers,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import knex from 'knex';
import request from 'supertest';
import { until } from '../../__testUtils__/until';
import {
  CLUSTER_OBJECTS,
  HOSTILE_PLANE,
  HOSTILE_RECORD,
  HOSTILE_RUN,
  ordinaryObjects,
} from './hostileObjects';
import { startHostileApiServer } from './hostileApiServer';
import { HostileGateway } from './HostileGateway';
import { Recorder } from './Recorder';

const SECRETS_PERMISSION = 'openchoreo.workflow-run.secrets.read';
const POOL = { planeType: 'workflowplane', planeID: 'ci' } as const;

type Backend = Awaited<ReturnType<typeof startTestBackend>>;

/** A portal on control planes that are full of secrets, with everything recorded that it says. */
export class SecretsPortal {
  readonly recorder = new Recorder();
  /** Whether the user may see parameters that look like secrets. */
  maySeeSecrets = false;
  readonly #scheduler = mockServices.scheduler();
  readonly #undo: (() => Promise<void>)[] = [];
  #backend: Backend | undefined;
  #directory = '';
  #credentials: string[] = [];
  #controllers: TestControllers | undefined;
  #gateway: HostileGateway | undefined;

  /** What stands between the portal and the cluster gateway. */
  get gateway(): HostileGateway {
    if (!this.#gateway) {
      throw new Error('The portal was not started');
    }
    return this.#gateway;
  }

  get client() {
    if (!this.#backend) {
      throw new Error('The portal was not started');
    }
    return request(this.#backend.server);
  }

  /** The portal's own credentials: the token of its kubeconfig, and the lines of its key for the gateway. */
  get credentials(): readonly string[] {
    return this.#credentials;
  }

  async start(): Promise<void> {
    this.#directory = await mkdtemp(join(tmpdir(), 'secrets-'));
    this.#undo.push(() =>
      rm(this.#directory, { recursive: true, force: true }),
    );
    const controlPlane = await startTestControlPlane();
    this.#undo.push(() => controlPlane.stop());
    const gateway = await this.#plant(controlPlane);
    const hostileKubeconfig = join(this.#directory, 'kubeconfig');
    this.#undo.push(await startHostileApiServer(hostileKubeconfig));
    this.#backend = await this.#startBackend([
      {
        name: 'default',
        kubeconfig: { file: controlPlane.kubeconfigFile },
        gateway,
      },
      { name: 'hostile', kubeconfig: { file: hostileKubeconfig } },
    ]);
    const backend = this.#backend;
    this.#undo.push(() => backend.stop());
    await this.#runTasks();
    const kubeconfig = await readFile(controlPlane.kubeconfigFile, 'utf8');
    const key = await readFile(gateway.keyFile, 'utf8');
    this.#credentials = [
      ...(/token: "?([^"\s]+)/.exec(kubeconfig)?.slice(1) ?? []),
      ...key.split('\n').filter(line => line.length > 20 && !/---/.test(line)),
    ];
  }

  /** Stops the agents of the workflow plane; resolves when somebody was notified of it. */
  async loseAgents(): Promise<void> {
    this.#controllers?.gatewayServer.setAgents(POOL, 0);
    await until(
      async () => {
        await this.#runTasks();
        return this.recorder.channels();
      },
      channels => channels.some(([channel]) => channel === 'notification'),
    );
  }

  /** Ends everything but the files of the databases. */
  async stopBackend(): Promise<void> {
    await this.#undo.pop()?.();
  }

  async stop(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) {
      await undo();
    }
  }

  /** Every row of every table of every plugin, by the file of the database. */
  async databases(): Promise<[name: string, rows: string][]> {
    const files = await readdir(this.#directory);
    const names = files.filter(name => name.endsWith('.sqlite'));
    return Promise.all(
      names.map(async name => [name, await dump(join(this.#directory, name))]),
    );
  }

  /** What is done once in a while, such as recording and notifying. */
  async #runTasks(): Promise<void> {
    for (const { id } of await this.#scheduler.getScheduledTasks()) {
      await this.#scheduler.triggerTask(id);
    }
  }

  async #plant(controlPlane: TestControlPlane) {
    const [ca] = await createAgentCas(1, Date.now());
    const { client, faults } = controlPlane;
    await client.createNamespace('acme');
    for (const object of ordinaryObjects(ca.pem)) {
      await client.create(object);
    }
    faults.inject('dataplanes', HOSTILE_PLANE);
    faults.inject('workflowruns', HOSTILE_RUN);
    faults.inject('workflowruns', HOSTILE_RECORD);
    const controllers = await controlPlane.startControllers({
      agents: [{ ...POOL, signedBy: ca.fingerprint }],
      clusters: [
        {
          name: 'ci',
          planes: [POOL],
          secretStores: [],
          objects: CLUSTER_OBJECTS,
        },
      ],
    });
    await controllers.settled();
    this.#controllers = controllers;
    const { url, files } = controllers.gatewayServer;
    const gateway = await HostileGateway.start(this.#directory, { url, files });
    this.#undo.push(() => gateway.stop());
    this.#gateway = gateway;
    const { certFile, keyFile } = files;
    return { url: gateway.url, caFile: gateway.caFile, certFile, keyFile };
  }

  #startBackend(controlPlanes: JsonObject[]): Promise<Backend> {
    const { recorder } = this;
    return startTestBackend({
      features: [
        import('@backstage/plugin-catalog-backend'),
        import('@backstage/plugin-kubernetes-backend'),
        import('@backstage/plugin-scaffolder-backend'),
        catalogModulePlanes,
        kubernetesModulePlanes,
        planesPlugin,
        scaffolderModulePlanes,
        workflowRunsPlugin,
        actionsRegistryServiceFactory,
        databaseServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => recorder.logger(),
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async signal => recorder.add('signal', signal),
          }),
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async sent => recorder.add('notification', sent),
          }),
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => this.#scheduler,
        }),
        mockServices.auditor.mock({ createEvent: recorder.createEvent })
          .factory,
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async requests =>
            requests.map(({ permission }) => ({
              result:
                permission.name === SECRETS_PERMISSION && !this.maySeeSecrets
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory: this.#directory },
              },
            },
            kubernetes: {
              clusterLocatorMethods: [],
              serviceLocatorMethod: { type: 'multiTenant' },
            },
            openchoreo: {
              controlPlanes,
              planes: {
                defaultOwner: 'group:default/platform-team',
                kubernetes: { enabled: true },
                notifications: { agentLostAfter: { seconds: 1 } },
                rateLimit: { enabled: false },
              },
            },
          },
        }),
      ],
    });
  }
}

async function dump(file: string): Promise<string> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
  });
  try {
    const tables: { name: string }[] = await database('sqlite_master')
      .select('name')
      .where({ type: 'table' });
    const rows = await Promise.all(
      tables.map(({ name }) => database(name).select()),
    );
    return JSON.stringify(rows);
  } finally {
    await database.destroy();
  }
}
