import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterFacts,
  ConnectionTestReport,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { manifest, NOW } from './__testUtils__/planes';
import { ClusterIdentities } from './ClusterIdentities';
import { ConnectionTestStore } from './ConnectionTestStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('the last tests, on %s', id => {
  let db: Knex;
  let store: ConnectionTestStore;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    db = await openTestDatabase(databases, id);
    store = new ConnectionTestStore({ db, logger });
  });

  function planeOf(name: string): Plane {
    const inventory = new TestPlaneInventory();
    return inventory.put(manifest('DataPlane', name));
  }

  function reportOf(
    name: string,
    options: { at?: number; cluster?: Partial<ClusterFacts> } = {},
  ): ConnectionTestReport {
    const { at = 0, cluster } = options;
    const time = new Date(NOW.getTime() + at).toISOString();
    return {
      uid: `${name}-uid`,
      startedAt: time,
      finishedAt: time,
      durationMs: 0,
      outcome: 'passed',
      steps: [],
      ...(cluster && {
        cluster: {
          latencyMs: { min: 1, median: 2, max: 3, samples: 3 },
          ...cluster,
        },
      }),
    };
  }

  it('are one for each plane, the latest', async () => {
    const plane = planeOf('a');
    expect(await store.get('a-uid')).toBeUndefined();
    await store.save(plane, reportOf('a'));
    await store.save(plane, reportOf('a', { at: 2_000 }));
    // Of another replica, which finished before and stored after.
    await store.save(plane, reportOf('a', { at: 1_000 }));
    expect(await store.get('a-uid')).toEqual(reportOf('a', { at: 2_000 }));
    expect(await db('connection_tests').select()).toHaveLength(1);
    expect(await store.get('b-uid')).toBeUndefined();
  });

  it.each(['{', '{"uid":"a-uid"}', 'null'])(
    'count as none where they cannot be read: %s',
    async report => {
      await store.save(planeOf('a'), reportOf('a'));
      await db('connection_tests').update({ report });
      expect(await store.get('a-uid')).toBeUndefined();
      expect(logger.warn).toHaveBeenCalledTimes(1);
    },
  );

  it('keep the cluster that an earlier test saw', async () => {
    const plane = planeOf('a');
    await store.save(
      plane,
      reportOf('a', { cluster: { uid: 'x', version: 'v1.34.4' } }),
    );
    await store.save(plane, reportOf('a', { at: 1_000 }));
    await store.save(planeOf('b'), reportOf('b', { cluster: {} }));
    expect(await store.clusters()).toEqual(
      new Map([['a-uid', { uid: 'x', version: 'v1.34.4' }]]),
    );
  });

  it('tell which planes live in one cluster, also those that another replica tested', async () => {
    const cluster = { uid: 'x' };
    await store.save(planeOf('a'), reportOf('a', { cluster }));
    await store.save(planeOf('b'), reportOf('b', { cluster }));
    await store.save(planeOf('c'), reportOf('c', { cluster: { uid: 'y' } }));
    const clusters = new ClusterIdentities({ store, logger });
    await clusters.start();
    expect(clusters.colocatedWith('a-uid')).toEqual(['b-uid']);
    expect(clusters.colocatedWith('c-uid')).toEqual([]);
    expect(clusters.colocatedWith('unknown')).toEqual([]);
    expect(clusters.get('c-uid')).toEqual({ uid: 'y', version: undefined });
    clusters.remember('d-uid', cluster);
    expect(clusters.colocatedWith('a-uid')).toEqual(['b-uid', 'd-uid']);
    clusters.stop();
  });
});

describe('cluster identities', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are read again every minute until they are stopped, and survive a failure', async () => {
    const logger = mockServices.logger.mock();
    const read = jest.fn(async () => new Map([['a', { uid: 'x' }]]));
    const clusters = new ClusterIdentities({
      store: { clusters: read },
      logger,
    });
    await clusters.start();
    read.mockRejectedValue(new Error('database is locked'));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(read).toHaveBeenCalledTimes(3);
    expect(clusters.get('a')).toEqual({ uid: 'x' });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    clusters.stop();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(read).toHaveBeenCalledTimes(3);
    expect(jest.getTimerCount()).toBe(0);
  });
});
