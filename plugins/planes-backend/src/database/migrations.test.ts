import { readdirSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import createKnex, { type Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/databases';
import { openDatabase } from './openDatabase';

const directory = resolvePackagePath(
  '@openchoreo-planes/backstage-plugin-planes-backend',
  'migrations',
);
const files = readdirSync(directory);

async function migrateUntilBefore(knex: Knex, name: string): Promise<void> {
  for (const file of files.slice(0, files.indexOf(name))) {
    await knex.migrate.up({ directory, name: file });
  }
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('20261121120000_init.js makes the tables of states, recorders, tests and notifications', async () => {
    const knex = await databases.init(id);
    const name = '20261121120000_init.js';
    await migrateUntilBefore(knex, name);
    await knex.migrate.up({ directory, name });

    const atMs = Date.parse('2026-11-21T12:00:00.000Z');
    const rows = {
      plane_current_states: {
        plane_uid: 'eu',
        control_plane: 'default',
        state: 'connected',
        reason: 'r'.repeat(5000),
        since_ms: atMs,
        sequence: 1,
        recorded_since_ms: atMs,
        removed_at_ms: null,
      },
      plane_transitions: {
        plane_uid: 'eu',
        sequence: 1,
        at_ms: atMs,
        state: 'connected',
        reason: 'r'.repeat(5000),
      },
      history_recorders: { recorder: 'a', alive_at_ms: atMs },
      connection_tests: {
        plane_uid: 'eu',
        control_plane: 'default',
        finished_at_ms: atMs,
        cluster_uid: null,
        cluster_version: null,
        report: '{}'.padEnd(100_000),
      },
      plane_notifications: {
        plane_uid: 'eu',
        topic: 'agent-ca',
        occasion: `${'AB:'.repeat(32)}/30`,
        at_ms: atMs,
      },
    };
    for (const [table, row] of Object.entries(rows)) {
      await knex(table).insert(row);
      // Each has a key: what is written twice by two replicas is refused once.
      await expect(async () => knex(table).insert(row)).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });
    }
    const [state] = await knex('plane_current_states').select();
    expect(Number(state.since_ms)).toBe(atMs);

    await knex.migrate.down({ directory, name });
    for (const table of Object.keys(rows)) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    await knex.destroy();
  });

  it('20261125120000_notification_claims.js takes what was notified before as done, and on the way back forgets what was not', async () => {
    const knex = await databases.init(id);
    const name = '20261125120000_notification_claims.js';
    await migrateUntilBefore(knex, name);
    const row = (uid: string) => ({
      plane_uid: uid,
      topic: 'agent-lost',
      occasion: '2026-11-25T12:00:00.000Z',
      at_ms: 1,
    });
    await knex('plane_notifications').insert(row('before'));
    await knex.migrate.up({ directory, name });
    const [before] = await knex('plane_notifications').select();
    expect(before.claimed_until_ms).toBeNull();
    await knex('plane_notifications').insert([
      { ...row('told'), claimed_until_ms: null },
      { ...row('claimed'), claimed_until_ms: 2 },
    ]);

    await knex.migrate.down({ directory, name });
    const kept = await knex('plane_notifications').orderBy('plane_uid');
    expect(
      kept.map(({ at_ms, ...key }) => ({ ...key, at_ms: Number(at_ms) })),
    ).toEqual([row('before'), row('told')]);
    await knex.destroy();
  });

  it('are applied when the database is opened, unless the portal says to skip them', async () => {
    const knex = await databases.init(id);
    const getClient = async () => knex;
    await openDatabase({ getClient, migrations: { skip: true } });
    expect(await knex.schema.hasTable('plane_transitions')).toBe(false);
    await openDatabase({ getClient });
    expect(await knex.schema.hasTable('plane_transitions')).toBe(true);
    await knex.destroy();
  });

  it('do not mind those of a later release', async () => {
    const knex = await databases.init(id);
    const getClient = async () => knex;
    await openDatabase({ getClient });
    await knex('knex_migrations').insert({ name: '29991231_later.js' });
    await openDatabase({ getClient });
    expect(await knex('knex_migrations').select()).toHaveLength(
      files.length + 1,
    );
    await knex.destroy();
  });

  it('are applied once by replicas that start together', async () => {
    const knex = await databases.init(id);
    // A database in memory is of one process alone.
    const count = id === 'SQLITE_3' ? 0 : 4;
    const others = Array.from({ length: count }, () =>
      createKnex(knex.client.config),
    );
    await Promise.all(
      [knex, ...others].map(other =>
        openDatabase({ getClient: async () => other }),
      ),
    );
    expect(await knex('knex_migrations').select()).toHaveLength(files.length);
    expect(await knex.schema.hasTable('plane_transitions')).toBe(true);
    await Promise.all([knex, ...others].map(each => each.destroy()));
  });
});
