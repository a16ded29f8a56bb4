import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@openchoreo-planes/backstage-plugin-planes-backend',
  'migrations',
);
const SETTINGS: Knex.MigratorConfig = {
  directory: MIGRATIONS,
  // Of a later release, which may have run here: while it replaces this one replica by replica, or before it was rolled
  // back. Its tables have what this release needs.
  disableMigrationsListValidation: true,
};

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
    await knex.migrate.latest(SETTINGS);
    return;
  }
  // Replicas that start together on an empty database would get into each other's way before Knex has its own lock.
  // This one ends with the connection, however the process dies.
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await trx.migrate.latest(SETTINGS);
  });
}
