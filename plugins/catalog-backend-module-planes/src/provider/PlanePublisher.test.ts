import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { readPlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type TestManifest,
  TestMetrics,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { PlaneEntityTransformer } from '../planeEntityTransformExtensionPoint';
import { PlanePublisher } from './PlanePublisher';

const config = readPlanesConfig(mockServices.rootConfig());

function dataPlane(name: string, spec: object = {}): TestManifest {
  return { kind: 'DataPlane', metadata: { name, namespace: 'acme' }, spec };
}
const ref = (name: string) =>
  ({
    controlPlane: 'default',
    kind: 'DataPlane',
    namespace: 'acme',
    name,
  } as const);

/** A catalog as far as a provider sees it: one bucket a provider, as persistent as a database. */
class FakeCatalog {
  readonly buckets = new Map<string, Map<string, Entity>>();
  readonly mutations: { provider: string; type: 'full' | 'delta' }[] = [];
  failures = 0;

  async connect(publisher: PlanePublisher) {
    for (const provider of publisher.providers) {
      const name = provider.getProviderName();
      const bucket = this.buckets.get(name) ?? new Map();
      this.buckets.set(name, bucket);
      await provider.connect({
        refresh: async () => {},
        applyMutation: async mutation => {
          if (this.failures > 0) {
            this.failures--;
            throw new Error('the database is away');
          }
          this.mutations.push({ provider: name, type: mutation.type });
          apply(bucket, mutation);
        },
      });
    }
  }

  refs() {
    return [...this.buckets.values()]
      .flatMap(bucket => [...bucket.keys()])
      .sort();
  }

  entity(entityRef: string) {
    return [...this.buckets.values()].flatMap(
      bucket => bucket.get(entityRef) ?? [],
    )[0];
  }
}

function apply(bucket: Map<string, Entity>, mutation: EntityProviderMutation) {
  if (mutation.type === 'full') {
    bucket.clear();
    mutation.entities.forEach(({ entity }) =>
      bucket.set(stringifyEntityRef(entity), entity),
    );
  } else {
    for (const removed of mutation.removed) {
      bucket.delete(
        'entityRef' in removed
          ? removed.entityRef
          : stringifyEntityRef(removed.entity),
      );
    }
    mutation.added.forEach(({ entity }) =>
      bucket.set(stringifyEntityRef(entity), entity),
    );
  }
}

describe('PlanePublisher', () => {
  let catalog: FakeCatalog;
  let inventory: TestPlaneInventory;
  let publisher: PlanePublisher | undefined;
  let metrics: TestMetrics;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.useFakeTimers();
    catalog = new FakeCatalog();
    inventory = new TestPlaneInventory();

    logger.warn.mockClear();
    logger.info.mockClear();
  });

  afterEach(async () => {
    await publisher?.stop();
    jest.useRealTimers();
  });

  async function start(transformer?: PlaneEntityTransformer) {
    metrics = new TestMetrics();
    publisher = PlanePublisher.create({
      inventory,
      config,
      logger,
      metrics,
      transformer,
    });
    await catalog.connect(publisher);
    publisher.start();
  }
  const settle = (ms = 2_000) => jest.advanceTimersByTimeAsync(ms);

  it('replaces a kind as a whole after each complete list, then adds and removes', async () => {
    inventory.listAll([dataPlane('a'), dataPlane('b')]);
    await start();
    await settle();
    expect(catalog.refs()).toEqual([
      'resource:acme/data-plane-a',
      'resource:acme/data-plane-b',
    ]);
    expect(new Set(catalog.mutations.map(({ type }) => type))).toEqual(
      new Set(['full']),
    );

    catalog.mutations.length = 0;
    inventory.put(dataPlane('c'));
    inventory.remove(ref('a'));
    await settle();
    expect(catalog.refs()).toEqual([
      'resource:acme/data-plane-b',
      'resource:acme/data-plane-c',
    ]);
    expect(catalog.mutations).toEqual([
      { provider: 'openchoreo-planes/default/dataplanes', type: 'delta' },
    ]);

    catalog.mutations.length = 0;
    inventory.list('DataPlane', [dataPlane('c')]);
    await settle();
    expect(catalog.refs()).toEqual(['resource:acme/data-plane-c']);
    expect(catalog.mutations).toEqual([
      { provider: 'openchoreo-planes/default/dataplanes', type: 'full' },
    ]);
  });

  it('writes nothing for heartbeats and status', async () => {
    inventory.listAll([dataPlane('a')]);
    await start();
    await settle();
    catalog.mutations.length = 0;
    for (let minute = 0; minute < 10; minute++) {
      inventory.put({
        ...dataPlane('a'),
        status: {
          agentConnection: {
            connected: minute % 2 === 0,
            connectedAgents: 1,
            lastHeartbeatTime: new Date(minute * 60_000).toISOString(),
          },
        },
      });
    }
    await settle();
    expect(catalog.mutations).toEqual([]);
  });

  it('gathers a burst of changes into one mutation', async () => {
    inventory.listAll([]);
    await start();
    await settle();
    catalog.mutations.length = 0;
    for (const planeID of ['one', 'two', 'three']) {
      inventory.put(dataPlane('a', { planeID }));
      await settle(20);
    }
    await settle();
    expect(catalog.mutations).toHaveLength(1);
    expect(
      catalog.entity('resource:acme/data-plane-a')?.metadata.labels,
    ).toMatchObject({ 'openchoreo.dev/plane-id': 'three' });
  });

  it('does not let an endless stream of changes hold back the first', async () => {
    inventory.listAll([]);
    await start();
    await settle();
    for (let i = 0; i < 20; i++) {
      inventory.put(dataPlane(`p${i}`));
      await settle(50);
    }
    expect(catalog.refs().length).toBeGreaterThan(5);
  });

  it.each(['stale', 'forbidden'] as const)(
    'loses nothing when a kind cannot be read, before or after a restart: %s',
    async state => {
      inventory.listAll([
        dataPlane('a'),
        { kind: 'ClusterDataPlane', metadata: { name: 'c' } },
      ]);
      await start();
      await settle();
      inventory.setState('DataPlane', { state, error: 'broken' });
      await settle();
      expect(catalog.refs()).toHaveLength(2);

      // A new process, and the kind still cannot be read.
      await publisher?.stop();
      inventory = new TestPlaneInventory();
      await start();
      inventory.setState('DataPlane', {
        state: state === 'stale' ? 'syncing' : state,
        error: 'broken',
      });
      for (const { kind } of inventory.snapshot().sources) {
        if (kind !== 'DataPlane') {
          inventory.list(kind, []);
        }
      }
      await settle(10_000);
      expect(catalog.refs()).toEqual(['resource:acme/data-plane-a']);

      inventory.list('DataPlane', []);
      await settle();
      expect(catalog.refs()).toEqual([]);
    },
  );

  it('removes what vanished while the process was down, once the kind is read or known to be gone', async () => {
    inventory.listAll([
      dataPlane('a'),
      { kind: 'BuildPlane', metadata: { name: 'old', namespace: 'acme' } },
    ]);
    await start();
    await settle();
    await publisher?.stop();
    inventory = new TestPlaneInventory();
    await start();
    for (const { kind } of inventory.snapshot().sources) {
      if (kind === 'BuildPlane') {
        inventory.setState(kind, { state: 'absent' });
      } else {
        inventory.list(kind, []);
      }
    }
    await settle();
    expect(catalog.refs()).toEqual([]);
  });

  it('tries again when the catalog fails, and loses nothing', async () => {
    inventory.listAll([dataPlane('a')]);
    catalog.failures = 3;
    await start();
    await settle(10_000);
    expect(catalog.refs()).toEqual(['resource:acme/data-plane-a']);
    catalog.failures = 2;
    inventory.put(dataPlane('b'));
    inventory.remove(ref('a'));
    await settle(10_000);
    expect(catalog.refs()).toEqual(['resource:acme/data-plane-b']);
  });

  it('puts right what another replica left behind, but for kinds that it cannot read itself', async () => {
    const planes = [
      dataPlane('a', { planeID: 'shared' }),
      dataPlane('b', { planeID: 'shared' }),
    ];
    inventory.listAll(planes);
    await start();
    await settle();
    const [bucket] = [...catalog.buckets.values()].filter(
      each => each.size === 2,
    );
    const right = [...bucket];
    const [[entityRef, entity]] = right;
    const leaveBehind = () => {
      bucket.delete('resource:acme/data-plane-b');
      bucket.set(entityRef, {
        ...entity,
        metadata: { ...entity.metadata, title: 'Old' },
      });
      bucket.set('resource:acme/data-plane-gone', entity);
    };
    leaveBehind();
    publisher?.reconcile();
    await settle();
    expect([...bucket]).toEqual(right);

    inventory.setState('DataPlane', { state: 'stale', error: 'broken' });
    leaveBehind();
    publisher?.reconcile();
    await settle();
    expect(bucket.has('resource:acme/data-plane-gone')).toBe(true);
    inventory.setState('DataPlane', { state: 'live' });
    publisher?.reconcile();
    await settle();
    expect([...bucket]).toEqual(right);
  });

  it('keeps relations true as other planes come and go', async () => {
    const observed = dataPlane('a', { planeID: 'shared' });
    inventory.listAll([observed]);
    await start();
    await settle();
    const dependsOn = () =>
      catalog.entity('resource:acme/data-plane-a')?.spec?.dependsOn;
    expect(dependsOn()).toBeUndefined();

    inventory.put({
      kind: 'ClusterObservabilityPlane',
      metadata: { name: 'default' },
    });
    inventory.put(dataPlane('b', { planeID: 'shared' }));
    await settle();
    expect(dependsOn()).toEqual([
      'resource:default/plane-cluster-dataplane-shared',
      'resource:default/cluster-observability-plane-default',
    ]);
    expect(
      catalog.entity('resource:default/plane-cluster-dataplane-shared')?.spec
        ?.type,
    ).toBe('plane-cluster');

    inventory.remove(ref('b'));
    inventory.remove({
      controlPlane: 'default',
      kind: 'ClusterObservabilityPlane',
      name: 'default',
    });
    await settle();
    expect(dependsOn()).toBeUndefined();
    expect(catalog.refs()).toEqual(['resource:acme/data-plane-a']);
  });

  it('follows a plane from one pool of agents to another', async () => {
    inventory.listAll([
      dataPlane('a', { planeID: 'one' }),
      dataPlane('b', { planeID: 'one' }),
      dataPlane('c', { planeID: 'two' }),
    ]);
    await start();
    await settle();
    inventory.put(dataPlane('b', { planeID: 'two' }));
    await settle();
    expect(catalog.refs()).toEqual([
      'resource:acme/data-plane-a',
      'resource:acme/data-plane-b',
      'resource:acme/data-plane-c',
      'resource:default/plane-cluster-dataplane-two',
    ]);
    expect(
      catalog.entity('resource:acme/data-plane-a')?.spec?.dependsOn,
    ).toBeUndefined();
    expect(
      catalog.entity('resource:acme/data-plane-c')?.spec?.dependsOn,
    ).toHaveLength(1);
  });

  it('keeps a reference to a kind that could not be read yet', async () => {
    await start();
    inventory.setState('ObservabilityPlane', {
      state: 'forbidden',
      error: 'no',
    });
    for (const { kind } of inventory.snapshot().sources) {
      if (kind !== 'ObservabilityPlane') {
        inventory.list(
          kind,
          kind === 'DataPlane'
            ? [
                dataPlane('a', {
                  observabilityPlaneRef: {
                    kind: 'ObservabilityPlane',
                    name: 'obs',
                  },
                }),
              ]
            : [],
        );
      }
    }
    await settle(10_000);
    expect(
      catalog.entity('resource:acme/data-plane-a')?.spec?.dependsOn,
    ).toEqual(['resource:acme/observability-plane-obs']);
    inventory.list('ObservabilityPlane', []);
    await settle();
    expect(
      catalog.entity('resource:acme/data-plane-a')?.spec?.dependsOn,
    ).toBeUndefined();
  });

  it('tells how far the catalog is behind, and once that it does not accept anything', async () => {
    const waiting = async () => {
      const [{ value }] = await metrics.observe('openchoreo.catalog.waiting');
      return value;
    };
    const lags = () => metrics.values('openchoreo.catalog.lag');
    inventory.listAll([dataPlane('a')]);
    await start();
    await settle();
    expect(lags()).toHaveLength(1);
    expect(await waiting()).toBe(0);

    catalog.failures = Infinity;
    inventory.put(dataPlane('b'));
    await settle(30 * 60_000);
    inventory.put(dataPlane('c'));
    await settle(30 * 60_000);
    expect(await waiting()).toBeCloseTo(3_600, 0);
    const warnings = logger.warn.mock.calls.map(([text]) => text);
    expect(warnings[0]).toMatch(/^Cannot write planes to the catalog;/);
    expect(warnings.length).toBeLessThanOrEqual(6);

    catalog.failures = 0;
    await settle();
    expect(lags()[1]).toBeCloseTo(3_600, -1);
    expect(lags()).toHaveLength(2);
    expect(await waiting()).toBe(0);
    expect(logger.info.mock.calls).toEqual([
      ['Can write planes to the catalog again, after 60 minutes'],
    ]);
  });

  it('lets an adopter change or leave out an entity, and survives a transformer that fails or renames', async () => {
    inventory.listAll(
      ['keep', 'drop', 'throw', 'rename'].map(name => dataPlane(name)),
    );
    await start(entity => {
      switch (entity.metadata.annotations?.['openchoreo.dev/name']) {
        case 'drop':
          return undefined;
        case 'throw':
          throw new Error('no');
        case 'rename':
          return { ...entity, metadata: { ...entity.metadata, name: 'other' } };
        default:
          return { ...entity, spec: { ...entity.spec, system: 'infra' } };
      }
    });
    await settle();
    expect(catalog.refs()).toEqual(
      ['keep', 'rename', 'throw'].map(
        name => `resource:acme/data-plane-${name}`,
      ),
    );
    expect(catalog.entity('resource:acme/data-plane-keep')?.spec?.system).toBe(
      'infra',
    );
  });
});
