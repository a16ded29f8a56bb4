import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@openchoreo-planes/backstage-plugin-planes-backend',
  'migrations',
);
/** Any number that nobody else takes in the same database. */
const MIGRATION_LOCK = 7_251_126;

/** The plugin's database, with every table as this release needs it. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  return knex;
}

async function migrate(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'pg') {
    await knex.migrate.latest({ directory: MIGRATIONS });
    return;
  }
  // Replicas that start together on an empty database would get into each other's way before Knex has its own lock.
  // This one ends with the connection, however the process dies.
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await trx.migrate.latest({ directory: MIGRATIONS });
  });
}
