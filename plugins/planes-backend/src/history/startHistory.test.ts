import { mockServices } from '@backstage/backend-test-utils';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { at, dataPlane, START } from './__testUtils__/manifests';
import { startHistory } from './startHistory';

const databases = createTestDatabases();

describe('startHistory', () => {
  it('has planes recorded, read and cleaned on schedule, until the plugin ends', async () => {
    const knex = await openTestDatabase(databases, 'SQLITE_3');
    const inventory = new TestPlaneInventory();
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const scheduler = mockServices.scheduler();
    const lifecycle = mockServices.lifecycle.mock();
    const reader = await startHistory({
      knex,
      inventory,
      scheduler,
      lifecycle,
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      clock: () => START,
      staleAfterMs: 300_000,
      retentionMs: 90 * 86_400_000,
    });
    const tasks = await scheduler.getScheduledTasks();
    // Each replica watches for itself; one of them cleans for all.
    expect(tasks.map(({ id, scope }) => [id, scope])).toEqual([
      ['planes-history-record', 'local'],
      ['planes-history-read', 'local'],
      ['planes-history-clean', 'global'],
    ]);
    await scheduler.triggerTask('planes-history-record');
    expect(reader.recent('eu')?.slots.at(-1)).toBe('up');
    await scheduler.triggerTask('planes-history-read');
    await scheduler.triggerTask('planes-history-clean');
    expect((await reader.history('eu', '24h')).recordedSince).toBe(at(0));

    const [[stop]] = lifecycle.addShutdownHook.mock.calls;
    await stop();
    inventory.put(dataPlane('eu', { disconnected: at(1) }));
    await scheduler.triggerTask('planes-history-read');
    expect(reader.recent('eu')?.losses).toBe(0);
    await knex.destroy();
  });
});
