import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { HistoryRecorder } from './HistoryRecorder';
import { HistoryStore } from './HistoryStore';
import { at, dataPlane, dataPlaneRef, START } from './__testUtils__/manifests';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('HistoryRecorder on %s', id => {
  let knex: Knex;
  let store: HistoryStore;
  let inventory: TestPlaneInventory;
  let nowMs: number;
  const recorders: HistoryRecorder[] = [];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await openTestDatabase(databases, id satisfies TestDatabaseId);
    store = new HistoryStore(knex);
    inventory = new TestPlaneInventory();
    nowMs = START.getTime();
  });

  afterEach(async () => {
    await Promise.all(recorders.splice(0).map(recorder => recorder.stop()));
    await knex.destroy();
  });

  /** Sets the clock to so many seconds after the start. */
  const time = (seconds: number) => {
    nowMs = START.getTime() + seconds * 1000;
  };

  function startRecorder(
    options: { inventory?: TestPlaneInventory; store?: HistoryStore } = {},
  ): HistoryRecorder {
    const created = HistoryRecorder.create({
      inventory: options.inventory ?? inventory,
      store: options.store ?? store,
      logger,
      clock: () => new Date(nowMs),
      staleAfterMs: 300_000,
    });
    created.start();
    recorders.push(created);
    return created;
  }

  /** What is recorded of a plane: states and seconds after the start. */
  async function recorded(uid = 'eu'): Promise<string[]> {
    const transitions = await store.transitionsSince(0, [uid]);
    return transitions.map(
      ({ state, atMs }) => `${state} ${(atMs - START.getTime()) / 1000}`,
    );
  }

  it('records a plane when its source was read, and each change from then on', async () => {
    const { tick } = bound(startRecorder());
    await tick();
    inventory.put(dataPlane('eu', { connected: at(0) }));
    await tick();
    expect(await recorded()).toEqual([]);

    inventory.list('DataPlane', [dataPlane('eu', { connected: at(0) })]);
    time(20);
    inventory.put(dataPlane('eu', { disconnected: at(20) }));
    time(50);
    inventory.put(dataPlane('eu', { connected: at(50) }));
    time(80);
    inventory.put(dataPlane('eu', { connected: at(80) }));
    await tick();
    expect(await recorded()).toEqual([
      'connected 0',
      'disconnected 20',
      'connected 50',
    ]);
  });

  it('records what changes by time alone', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const { tick } = bound(startRecorder());
    for (const seconds of [0, 100, 200, 300, 310]) {
      time(seconds);
      await tick();
    }
    expect(await recorded()).toEqual(['connected 0', 'stale 310']);
  });

  it('waits for the first answer of the gateway, or its failure', async () => {
    inventory.setGateway({ state: 'pending' });
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const { tick } = bound(startRecorder());
    await tick();
    expect(await recorded()).toEqual([]);
    inventory.setLiveness(dataPlaneRef('eu'), {
      asOf: at(0),
      connected: false,
      connectedAgents: 0,
    });
    inventory.setGateway({ state: 'live' });
    await tick();
    expect(await recorded()).toEqual(['disconnected 0']);
  });

  it('records an agent that goes and comes within one batch, each at the time of the gateway', async () => {
    inventory.setGateway({ state: 'live' });
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const agents = (seconds: number, connectedAgents: number) =>
      inventory.setLiveness(dataPlaneRef('eu'), {
        asOf: at(seconds),
        connected: connectedAgents > 0,
        connectedAgents,
      });
    agents(0, 1);
    const { tick } = bound(startRecorder());
    await tick();
    time(30);
    agents(10, 0);
    agents(12, 2);
    agents(15, 0);
    agents(18, 1);
    await tick();
    expect(await recorded()).toEqual([
      'connected 0',
      'disconnected 10',
      'connected 12',
      'disconnected 15',
      'connected 18',
    ]);
  });

  it('records no return while a lost gateway leaves a resource that still says connected', async () => {
    inventory.setGateway({ state: 'live' });
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const { tick } = bound(startRecorder());
    const lost = { asOf: at(10), connected: false, connectedAgents: 0 };
    inventory.setLiveness(dataPlaneRef('eu'), lost);
    time(10);
    await tick();
    time(20);
    inventory.setGateway({ state: 'unreachable', error: 'refused' });
    inventory.setLiveness(dataPlaneRef('eu'), undefined);
    await tick();
    expect(await recorded()).toEqual(['connected 0', 'disconnected 10']);
    time(70);
    inventory.put(dataPlane('eu', { connected: at(70) }));
    await tick();
    expect(await recorded()).toEqual([
      'connected 0',
      'disconnected 10',
      'connected 70',
    ]);
  });

  it('records nothing new after a restart that nobody missed', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const first = startRecorder();
    await first.tick();
    await first.stop();
    time(100);
    inventory.put(dataPlane('eu', { connected: at(100) }));
    await startRecorder().tick();
    expect(await recorded()).toEqual(['connected 0']);
  });

  it('records since when nobody saw the planes, and what they are then', async () => {
    inventory.listAll([
      dataPlane('eu', { connected: at(0) }),
      dataPlane('us', { disconnected: at(0) }),
    ]);
    const first = startRecorder();
    await first.tick();
    time(40);
    await first.tick();
    await first.stop();

    time(4000);
    inventory.listAll([
      dataPlane('eu', { connected: at(3990) }),
      dataPlane('us', { connected: at(3990) }),
    ]);
    const replicas = [startRecorder(), startRecorder()];
    await Promise.all(replicas.map(replica => replica.tick()));
    time(4010);
    await Promise.all(replicas.map(replica => replica.tick()));
    expect(await recorded('eu')).toEqual([
      'connected 0',
      'unobserved 40',
      'connected 4000',
    ]);
    expect(await recorded('us')).toEqual([
      'disconnected 0',
      'unobserved 40',
      'connected 4000',
    ]);
  });

  it('counts a process that stood still as time that nobody watched, unless another replica did', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    const first = startRecorder();
    await first.tick();
    time(200);
    const second = startRecorder();
    await second.tick();
    time(250);
    await first.tick();
    expect(await recorded()).toEqual([
      'connected 0',
      'unobserved 0',
      'connected 200',
    ]);
  });

  it('keeps what is known of a removed plane, and goes on when it is there again', async () => {
    inventory.listAll([
      dataPlane('eu', { connected: at(0) }),
      dataPlane('us', { connected: at(0) }),
    ]);
    const first = startRecorder();
    await first.tick();
    time(10);
    inventory.remove(dataPlaneRef('eu'));
    await first.tick();
    await first.stop();
    inventory.remove(dataPlaneRef('us'));
    time(20);
    const second = startRecorder();
    await second.tick();
    expect([...(await store.sequences()).keys()]).toEqual([]);
    expect(await recorded('us')).toEqual(['connected 0', 'unobserved 20']);

    time(30);
    inventory.put(dataPlane('eu', { connected: at(0) }));
    await second.tick();
    expect([...(await store.sequences()).keys()]).toEqual(['eu']);
    expect(await recorded('eu')).toEqual([
      'connected 0',
      'unobserved 10',
      'connected 30',
    ]);
  });

  it('removes nothing while a source of the control plane is not known', async () => {
    inventory.listAll([dataPlane('eu', { connected: at(0) })]);
    await startRecorder().tick();
    const starting = new TestPlaneInventory();
    starting.list('WorkflowPlane', []);
    await startRecorder({ inventory: starting }).tick();
    expect(await recorded()).toEqual(['connected 0']);
  });

  describe('with two replicas on one database', () => {
    const uids = Array.from({ length: 450 }, (_, i) => `plane-${i}`);

    it('writes each of many transitions once, however they race', async () => {
      const replicas = [0, 1].map(() => {
        const own = new TestPlaneInventory();
        return { own, recorder: startRecorder({ inventory: own }) };
      });
      const states = [
        { connected: at(0) },
        { disconnected: at(1) },
        { connected: at(2) },
      ];
      for (const [i, state] of states.entries()) {
        time(i);
        for (const { own } of replicas) {
          own.listAll(uids.map(uid => dataPlane(uid, state)));
        }
        await Promise.all(replicas.map(replica => replica.recorder.tick()));
      }
      const counts: unknown = await knex('plane_transitions')
        .select('state')
        .count({ count: '*' })
        .groupBy('state')
        .orderBy('state');
      expect(counts).toEqual([
        { state: 'connected', count: expect.anything() },
        { state: 'disconnected', count: expect.anything() },
      ]);
      expect(await store.transitionsSince(0)).toHaveLength(3 * uids.length);
      // To come second is no failure, and it takes nothing else back.
      expect(logger.warn).not.toHaveBeenCalled();
      expect(await recorded('plane-7')).toEqual([
        'connected 0',
        'disconnected 1',
        'connected 2',
      ]);
    });

    it('is not misled by the one that is behind', async () => {
      const late = new TestPlaneInventory();
      for (const own of [inventory, late]) {
        own.listAll([dataPlane('eu', { connected: at(0) })]);
      }
      const ahead = startRecorder();
      const behind = startRecorder({ inventory: late });
      await Promise.all([ahead.tick(), behind.tick()]);
      time(10);
      inventory.put(dataPlane('eu', { disconnected: at(10) }));
      await ahead.tick();
      await behind.tick();
      time(12);
      late.put(dataPlane('eu', { disconnected: at(10) }));
      await behind.tick();
      time(60);
      inventory.put(dataPlane('eu', { connected: at(60) }));
      await ahead.tick();
      await behind.tick();
      late.put(dataPlane('eu', { connected: at(60) }));
      await behind.tick();
      expect(await recorded()).toEqual([
        'connected 0',
        'disconnected 10',
        'connected 60',
      ]);
    });

    it('records what is so since one has ended that had recorded something else', async () => {
      const flickering = new TestPlaneInventory();
      const both = [inventory, flickering];
      const put = (
        to: TestPlaneInventory[],
        plane: Parameters<typeof dataPlane>[1],
      ) => to.forEach(each => each.put(dataPlane('eu', plane)));
      both.forEach(each =>
        each.listAll([dataPlane('eu', { connected: at(0) })]),
      );
      const surviving = startRecorder();
      const ending = startRecorder({ inventory: flickering });
      await surviving.tick();
      await ending.tick();
      time(10);
      put(both, { disconnected: at(10) });
      await surviving.tick();
      await ending.tick();
      time(20);
      // The surviving one is told of this and of what follows at once, when it is over.
      put([flickering], { connected: at(20) });
      await ending.tick();
      for (let seconds = 22; seconds < 80; seconds += 10) {
        time(seconds);
        put([inventory], { disconnected: at(22) });
        await surviving.tick();
      }
      expect(await recorded()).toEqual([
        'connected 0',
        'disconnected 10',
        'connected 20',
        'disconnected 62',
      ]);
    });

    it('records what each of two that go on sees once, where they do not agree', async () => {
      const other = new TestPlaneInventory();
      inventory.listAll([dataPlane('eu', { connected: at(0) })]);
      other.listAll([dataPlane('eu', { disconnected: at(0) })]);
      const replicas = [startRecorder(), startRecorder({ inventory: other })];
      for (let seconds = 0; seconds < 200; seconds += 10) {
        time(seconds);
        for (const replica of replicas) {
          await replica.tick();
        }
      }
      expect(await recorded()).toEqual(['connected 0', 'disconnected 0']);
    });

    it('does not take a plane for gone of which another one heard first', async () => {
      const first = new TestPlaneInventory();
      [inventory, first].forEach(each => each.listAll([]));
      const ahead = startRecorder({ inventory: first });
      const behind = startRecorder();
      first.put(dataPlane('eu', { connected: at(0) }));
      await ahead.tick();
      await behind.tick();
      expect(await recorded()).toEqual(['connected 0']);
    });
  });

  describe('while the database is away', () => {
    /** A store that can be taken away, and what takes it away and brings it back. */
    function unreliableStore() {
      const failing = new HistoryStore(knex);
      const methods = (
        ['record', 'aliveTimes', 'keepAlive', 'currentStates'] as const
      ).map(name => jest.spyOn(failing, name));
      return {
        failing,
        breakDown: () =>
          methods.forEach(method =>
            method.mockRejectedValue(new Error('The database is gone')),
          ),
        repair: () => methods.forEach(method => method.mockRestore()),
      };
    }

    it('says so once, and records afterwards what happened meanwhile, when it happened', async () => {
      const { failing, breakDown, repair } = unreliableStore();
      inventory.listAll([dataPlane('eu', { connected: at(0) })]);
      const { tick } = bound(startRecorder({ store: failing }));
      await tick();
      breakDown();
      time(10);
      inventory.put(dataPlane('eu', { disconnected: at(10) }));
      await tick();
      time(20);
      inventory.put(dataPlane('eu', { connected: at(20) }));
      for (const seconds of [100, 200, 300]) {
        time(seconds);
        await tick();
      }
      time(321);
      await tick();
      expect(await recorded()).toEqual(['connected 0']);
      expect(logger.warn).toHaveBeenCalledTimes(1);

      repair();
      time(330);
      await tick();
      await tick();
      expect(await recorded()).toEqual([
        'connected 0',
        'disconnected 10',
        'connected 20',
        'stale 321',
      ]);
      expect(logger.info).toHaveBeenCalledTimes(1);
    });

    it('lets replicas remember the same, and write it once', async () => {
      const own = [inventory, new TestPlaneInventory()];
      const stores = own.map(() => unreliableStore());
      const replicas = own.map((each, i) => {
        each.listAll([dataPlane('eu', { connected: at(0) })]);
        return startRecorder({ inventory: each, store: stores[i].failing });
      });
      const tick = () => Promise.all(replicas.map(replica => replica.tick()));
      await tick();
      stores.forEach(({ breakDown }) => breakDown());
      for (const seconds of [10, 30, 50]) {
        // The second one sees everything a second later.
        for (const [i, each] of own.entries()) {
          time(seconds + i);
          each.put(dataPlane('eu', { disconnected: at(seconds) }));
        }
        for (const [i, each] of own.entries()) {
          time(seconds + 10 + i);
          each.put(dataPlane('eu', { connected: at(seconds + 10) }));
        }
        await tick();
      }
      stores.forEach(({ repair }) => repair());
      time(70);
      await tick();
      await tick();
      const states = (await recorded()).map(entry => entry.split(' ')[0]);
      expect(states).toEqual([
        'connected',
        ...['disconnected', 'connected'],
        ...['disconnected', 'connected'],
        ...['disconnected', 'connected'],
      ]);
    });
  });
});

function bound(bindee: HistoryRecorder) {
  return { tick: () => bindee.tick() };
}
