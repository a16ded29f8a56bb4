import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { planesResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { DatabaseProxy } from './DatabaseProxy';
import type { Fleet } from './Fleet';
import { PortalDatabase } from './PortalDatabase';
import { ReplicaProcess } from './ReplicaProcess';

const LOOK_AGAIN_MS = 250;
/** Far more than is needed: the machine may be busy, and then a test that waits is better than one that fails. */
const SETTLE_MAX_MS = 150_000;

const connectionSchema = z.object({
  host: z.string(),
  // An empty text where the connection string names none.
  port: z.coerce.number().transform(port => port || undefined),
  user: z.string(),
  password: z.string().optional(),
  database: z.string(),
});

const entitiesSchema = z.array(
  z.object({
    metadata: z.object({
      name: z.string(),
      namespace: z.string(),
      title: z.string(),
    }),
  }),
);

/** What a portal knows of its fleet. */
export interface Knowledge {
  /** Every state of each plane, in order, by the planes' uids. */
  readonly states: Record<string, readonly string[]>;
  /** The title of the notification about each plane's agent, by the planes' uids. */
  readonly told: Record<string, string>;
  /** The titles of entities by their references, as each replica shows them. */
  readonly catalogs: readonly Record<string, string>[];
}

/** Replicas of a portal on one database and one control plane. */
export class Portal {
  readonly database: PortalDatabase;
  readonly proxy: DatabaseProxy;
  readonly #fleet: Fleet;
  readonly #directory: string;
  readonly #databaseConfig: object;
  readonly #started: ReplicaProcess[] = [];

  private constructor(options: {
    knex: Knex;
    fleet: Fleet;
    proxy: DatabaseProxy;
    directory: string;
    databaseConfig: object;
  }) {
    this.database = new PortalDatabase(options.knex);
    this.#fleet = options.fleet;
    this.proxy = options.proxy;
    this.#directory = options.directory;
    this.#databaseConfig = options.databaseConfig;
  }

  /** Without a replica yet. @param knex - an empty PostgreSQL database */
  static async create(knex: Knex, fleet: Fleet): Promise<Portal> {
    const { host, port, ...connection } = connectionSchema.parse(
      knex.client.config.connection,
    );
    const proxy = await DatabaseProxy.start({ host, port });
    return new Portal({
      knex,
      fleet,
      proxy,
      directory: await mkdtemp(join(tmpdir(), 'replicas-')),
      databaseConfig: {
        client: 'pg',
        pluginDivisionMode: 'schema',
        ensureSchemaExists: true,
        connection: {
          ...connection,
          host: '127.0.0.1',
          port: proxy.port,
        },
      },
    });
  }

  /** The replicas that run. */
  get replicas(): ReplicaProcess[] {
    return this.#started.filter(replica => replica.isRunning);
  }

  /** Starts one more replica; resolves when it answers. */
  async start(): Promise<ReplicaProcess> {
    const replica = await this.launch();
    await replica.ready();
    return replica;
  }

  /** Starts one more replica without waiting for it. */
  async launch(): Promise<ReplicaProcess> {
    const { kubeconfigFile } = this.#fleet.controlPlane;
    const { url, caFile, certFile, keyFile } = this.#fleet.gateway;
    const replica = await ReplicaProcess.launch({
      name: `replica-${this.#started.length}`,
      directory: this.#directory,
      database: this.#databaseConfig,
      config: {
        catalog: {
          rules: [{ allow: ['Resource'] }],
          stitchingStrategy: { pollingInterval: { milliseconds: 200 } },
        },
        permission: { enabled: false },
        openchoreo: {
          controlPlanes: [
            {
              name: 'default',
              kubeconfig: { file: kubeconfigFile },
              gateway: { url, caFile, certFile, keyFile },
            },
          ],
          planes: { notifications: { agentLostAfter: '1s' } },
        },
      },
    });
    this.#started.push(replica);
    return replica;
  }

  /** What there is to be known in the end. */
  get expected(): Knowledge {
    const { catalog, states, told } = this.#fleet;
    return { states, told, catalogs: this.replicas.map(() => catalog) };
  }

  /** Resolves with what is known, as soon as it is what is expected; with what there is instead when that takes too long. */
  async settled(): Promise<unknown> {
    const { expected } = this;
    const deadline = Date.now() + SETTLE_MAX_MS;
    for (;;) {
      const known: unknown = await this.#known().catch(String);
      if (isDeepStrictEqual(known, expected) || Date.now() > deadline) {
        return known;
      }
      await this.#hurry();
      await delay(LOOK_AGAIN_MS);
    }
  }

  /** Resolves when each replica shows a plane in a state, which it does without its database. */
  async everyoneSees(name: string, state: string): Promise<void> {
    for (const replica of this.replicas) {
      while ((await statesSeenBy(replica))[this.#fleet.uid(name)] !== state) {
        await delay(LOOK_AGAIN_MS);
      }
    }
  }

  /** Resolves when notifications are as they are to be of one plane. */
  async isTold(name: string): Promise<void> {
    const uid = this.#fleet.uid(name);
    while ((await this.database.told())[uid] !== this.#fleet.told[uid]) {
      await this.#hurry();
      await delay(LOOK_AGAIN_MS);
    }
  }

  /** The audit entries of all replicas that there were. */
  async auditEntries(): Promise<string[]> {
    const entries = await Promise.all(
      this.#started.map(replica => replica.auditEntries()),
    );
    return entries.flat();
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map(replica => replica.kill()));
    await this.proxy.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #known(): Promise<Knowledge> {
    const [states, told, ...catalogs] = await Promise.all([
      this.database.states(),
      this.database.told(),
      ...this.replicas.map(catalogOf),
    ]);
    return { states, told, catalogs };
  }

  /** Replicas look every 15 seconds what there is to notify; this makes all of them look at once. */
  async #hurry(): Promise<void> {
    await Promise.allSettled(
      this.replicas.map(replica =>
        replica.request(
          '/api/planes/.backstage/scheduler/v1/tasks/planes-notify/trigger',
          { method: 'POST' },
        ),
      ),
    );
  }
}

async function catalogOf(
  replica: ReplicaProcess,
): Promise<Record<string, string>> {
  const text = await replica.request(
    '/api/catalog/entities?filter=kind=resource',
  );
  const titles: Record<string, string> = {};
  for (const { metadata } of entitiesSchema.parse(JSON.parse(text))) {
    const ref = `resource:${metadata.namespace}/${metadata.name}`;
    titles[ref] = ref in titles ? 'twice' : metadata.title;
  }
  return titles;
}

async function statesSeenBy(
  replica: ReplicaProcess,
): Promise<Record<string, string>> {
  const text = await replica.request('/api/planes/planes?limit=100');
  const { items } = planesResponseSchema.parse(JSON.parse(text));
  return Object.fromEntries(items.map(({ uid, state }) => [uid, state.state]));
}
