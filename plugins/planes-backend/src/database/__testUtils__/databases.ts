import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../openDatabase';

/**
 * SQLite, and PostgreSQL where `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` says where one runs.
 */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}

/** An empty database with every table. */
export async function openTestDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  return await openDatabase({ getClient: async () => knex });
}
