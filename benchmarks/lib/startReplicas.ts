import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex from 'knex';
import { ReplicaProcess } from '../../packages/system-tests/src/replicas/__testUtils__/ReplicaProcess';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Starts replicas of a portal one after another, on a PostgreSQL database of their own. */
export async function startReplicas(count: number, controlPlane: object) {
  const database = `replicas_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(process.env[VARIABLE] ?? '');
  url.pathname = `/${database}`;
  const admin = createKnex({
    client: 'pg',
    connection: process.env[VARIABLE],
    pool: { min: 0, max: 1 },
  });
  await admin.raw('create database ??', [database]);
  const directory = await mkdtemp(join(tmpdir(), 'bench-replicas-'));
  const replicas: ReplicaProcess[] = [];
  for (let index = 0; index < count; index++) {
    replicas.push(
      await ReplicaProcess.start({
        name: `replica-${index}`,
        directory,
        database: {
          client: 'pg',
          pluginDivisionMode: 'schema',
          ensureSchemaExists: true,
          connection: url.href,
        },
        config: {
          catalog: {
            rules: [{ allow: ['Resource'] }],
            // As in the example portal.
            stitchingStrategy: { pollingInterval: { milliseconds: 200 } },
          },
          permission: { enabled: false },
          openchoreo: { controlPlanes: [controlPlane] },
        },
      }),
    );
  }
  return {
    replicas,
    async stop() {
      await Promise.all(replicas.map(replica => replica.kill()));
      await admin.raw('drop database ?? with (force)', [database]);
      await admin.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
