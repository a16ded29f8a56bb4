import { mockServices } from '@backstage/backend-test-utils';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { HistoryStore } from '../history';
import { at, dataPlane, START } from '../history/__testUtils__/manifests';
import { HistoryRecorder } from '../history/HistoryRecorder';
import { AGENT_CA, AGENT_CA_EXPIRES } from './__testUtils__/agentCA';
import { startNotifications } from './startNotifications';

const DAY_MS = 24 * 3600_000;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('notifications on %s', id => {
  let knex: Knex;
  let inventory: TestPlaneInventory;
  let recorder: HistoryRecorder;
  let nowMs: number;
  const send = jest.fn<Promise<void>, [{ payload: { title: string } }]>();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);

  beforeEach(async () => {
    logger.warn.mockClear();
    send.mockReset().mockResolvedValue();
    knex = await openTestDatabase(databases, id);
    inventory = new TestPlaneInventory();
    nowMs = START.getTime();
    recorder = startRecorder();
  });

  afterEach(async () => {
    await recorder.stop();
    await knex.destroy();
  });

  const clock = () => new Date(nowMs);

  function startRecorder(): HistoryRecorder {
    const created = HistoryRecorder.create({
      inventory,
      store: new HistoryStore(knex),
      logger,
      clock,
      staleAfterMs: 300_000,
    });
    created.start();
    return created;
  }

  /** What a replica does every few seconds. */
  async function startReplica(enabled = true): Promise<() => Promise<void>> {
    const scheduler = mockServices.scheduler();
    await startNotifications({
      enabled,
      agentLostAfterMs: 300_000,
      knex,
      inventory,
      notifications: { send },
      scheduler,
      logger,
      clock,
      config: {
        clusterScopedNamespace: 'default',
        defaultOwner: 'unknown',
        staleAfterMs: 300_000,
      },
    });
    return async () => {
      await recorder.tick();
      for (const task of await scheduler.getScheduledTasks()) {
        await scheduler.triggerTask(task.id);
      }
    };
  }

  /** What was sent since this was last asked. */
  function sent(): string[] {
    const titles = send.mock.calls.map(([{ payload }]) => payload.title);
    send.mockClear();
    return titles;
  }

  const time = (seconds: number) => {
    nowMs = START.getTime() + seconds * 1000;
  };

  it('tells of a loss and a return once, over replicas and restarts', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const replicas = [await startReplica(), await startReplica()];
    const tick = async () => {
      await Promise.all(replicas.map(replica => replica()));
    };
    await tick();
    time(60);
    inventory.put(dataPlane('eu', { disconnected: at(60) }));
    for (const seconds of [60, 160, 260, 359]) {
      time(seconds);
      await tick();
    }
    expect(sent()).toEqual([]);
    time(361);
    await tick();
    expect(sent()).toEqual(['eu has lost its agent']);
    replicas.push(await startReplica());
    time(420);
    await tick();
    time(480);
    inventory.put(dataPlane('eu', { connected: at(480) }));
    await tick();
    await tick();
    expect(sent()).toEqual(['eu is connected again']);

    time(500);
    inventory.put(dataPlane('eu', { disconnected: at(500) }));
    await tick();
    inventory.put(dataPlane('eu', { connected: at(510) }));
    await tick();
    expect(sent()).toEqual([]);
  });

  it('tells nothing of a plane that was lost and came back while the portal was down', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const tick = await startReplica();
    await tick();
    await recorder.stop();
    time(4000);
    inventory.put(dataPlane('eu', { connected: at(3990) }));
    recorder = startRecorder();
    const again = await startReplica();
    await again();
    await again();
    expect(sent()).toEqual([]);
  });

  it('tells of each threshold of an agent CA once, and only of the nearest', async () => {
    nowMs = AGENT_CA_EXPIRES - 31 * DAY_MS;
    inventory.listAll([
      {
        ...dataPlane('eu'),
        spec: { clusterAgent: { clientCA: { value: AGENT_CA } } },
      },
    ]);
    let tick = await startReplica();
    await tick();
    expect(sent()).toEqual([]);
    const expected = [
      [29, 'The agent CA of eu expires within 30 days'],
      [6.9, 'The agent CA of eu expires within 7 days'],
      [-1, 'The agent CA of eu has expired'],
    ] as const;
    for (const [days, title] of expected) {
      nowMs = AGENT_CA_EXPIRES - days * DAY_MS;
      await tick();
      tick = await startReplica();
      await tick();
      expect(sent()).toEqual([title]);
    }
  });

  it('tries again what could not be sent, while the rest goes out', async () => {
    const uids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    inventory.listAll(uids.map(uid => dataPlane(uid, { connected: at(0) })));
    const tick = await startReplica();
    await tick();
    for (const uid of uids) {
      inventory.put(dataPlane(uid, { disconnected: at(0) }));
    }
    await tick();
    time(100);
    await tick();
    time(301);
    send.mockImplementation(async ({ payload }) => {
      if (!payload.title.startsWith('g')) {
        throw new Error('Request failed with status 404');
      }
    });
    await tick();
    // After some failures it gives up for now, so that it does not ask what is not there for every plane.
    expect(send).toHaveBeenCalledTimes(5);
    await tick();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(sent()).toContain('g has lost its agent');

    send.mockResolvedValue();
    await tick();
    await tick();
    expect(sent().sort()).toEqual(
      uids.slice(0, -1).map(uid => `${uid} has lost its agent`),
    );
  });

  it('sends nothing while the database cannot tell what was sent', async () => {
    inventory.listAll([
      {
        ...dataPlane('eu'),
        spec: { clusterAgent: { clientCA: { value: AGENT_CA } } },
      },
    ]);
    nowMs = AGENT_CA_EXPIRES;
    const tick = await startReplica();
    await knex.schema.renameTable('plane_notifications', 'away');
    await tick();
    await tick();
    expect(sent()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await knex.schema.renameTable('away', 'plane_notifications');
    await tick();
    expect(sent()).toHaveLength(1);
  });

  it('sends nothing where that is disabled', async () => {
    inventory.listAll([
      {
        ...dataPlane('eu'),
        spec: { clusterAgent: { clientCA: { value: AGENT_CA } } },
      },
    ]);
    nowMs = AGENT_CA_EXPIRES;
    const tick = await startReplica(false);
    await tick();
    expect(sent()).toEqual([]);
  });
});
