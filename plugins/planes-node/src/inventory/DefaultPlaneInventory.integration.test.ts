import { mockServices } from '@backstage/backend-test-utils';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import type { PlaneKind } from '@openchoreo-planes/backstage-plugin-planes-common';
import { DefaultPlaneInventory } from './DefaultPlaneInventory';
import type { InventoryChange } from './types';

jest.setTimeout(60_000);

/** Times short enough for a test, in the proportions of the real ones. */
const timing = {
  retryBaseMs: 10,
  retryMaxMs: 100,
  stableAfterMs: 50,
  silenceTimeoutMs: 1_000,
  notServedRetryMs: 50,
};

const clientCA = { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } };

function dataPlane(name: string, namespace = 'acme', spec: object = {}) {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'DataPlane',
    metadata: { name, namespace },
    spec: { clusterAgent: { clientCA }, ...spec },
  };
}

function clusterPlane(kind: PlaneKind, name: string) {
  const observability = kind === 'ClusterObservabilityPlane';
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind,
    metadata: { name },
    spec: {
      planeID: name,
      clusterAgent: { clientCA },
      ...(observability && { observerURL: 'https://observer.example.com' }),
    },
  };
}

// What happens when something fails is told by the fault matrix of packages/system-tests.
describe('DefaultPlaneInventory', () => {
  let controlPlane: TestControlPlane;
  let inventories: DefaultPlaneInventory[];

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.createNamespace('globex');
  });

  afterAll(async () => {
    await controlPlane?.stop();
  });

  beforeEach(() => {
    inventories = [];
  });

  afterEach(async () => {
    controlPlane.faults.clear();
    for (const inventory of inventories) {
      await inventory.stop();
    }
    for (const plural of [
      'dataplanes',
      'clusterdataplanes',
      'clusterobservabilityplanes',
    ]) {
      for (const { metadata } of await controlPlane.client.list(plural)) {
        await controlPlane.client.delete({
          plural,
          namespace: metadata.namespace,
          name: metadata.name,
        });
      }
    }
  });

  function startInventory(
    options: { namespaces?: string[]; name?: string } = {},
  ) {
    const inventory = DefaultPlaneInventory.create({
      controlPlanes: [
        {
          name: options.name ?? 'default',
          connection: {
            type: 'kubeconfig',
            file: controlPlane.kubeconfigFile,
          },
          namespaces: options.namespaces,
        },
      ],
      logger: mockServices.logger.mock(),
      listWatchOptions: { timing },
      discoveryIntervalMs: 100,
      answerTimeoutMs: 2_000,
    });
    inventories.push(inventory);
    const changes: InventoryChange[] = [];
    inventory.subscribe(batch => changes.push(...batch));
    inventory.start();

    const until = (condition: () => boolean): Promise<void> =>
      new Promise(resolve => {
        const unsubscribe = inventory.subscribe(check);
        function check() {
          if (condition()) {
            unsubscribe();
            resolve();
          }
        }
        check();
      });
    const names = () =>
      inventory
        .snapshot()
        .planes.map(({ ref }) => [ref.kind, ref.namespace, ref.name].join(' '))
        .sort();
    const source = (plural: string) => {
      const found = inventory
        .snapshot()
        .sources.find(candidate => candidate.plural === plural);
      if (!found) {
        throw new Error(`no source ${plural}`);
      }
      return found;
    };
    const has = (name: string) =>
      inventory.snapshot().planes.some(plane => plane.ref.name === name);
    const live = () =>
      until(
        () =>
          source('dataplanes').state === 'live' &&
          source('clusterdataplanes').state === 'live' &&
          source('clusterobservabilityplanes').state === 'live',
      );
    return { inventory, changes, until, names, source, has, live };
  }

  it('reads planes of every kind and follows them: created, edited, deleted, created again', async () => {
    await controlPlane.client.create(dataPlane('default'));
    await controlPlane.client.create(
      clusterPlane('ClusterDataPlane', 'default'),
    );
    await controlPlane.client.create(dataPlane('default', 'globex'));
    const { inventory, until, names, live, changes } = startInventory();
    await live();
    await until(() => names().length === 3);
    expect(names()).toEqual([
      'ClusterDataPlane  default',
      'DataPlane acme default',
      'DataPlane globex default',
    ]);

    const created = await controlPlane.client.create(dataPlane('edge'));
    await until(() => names().includes('DataPlane acme edge'));
    await controlPlane.client.patch(
      { plural: 'dataplanes', namespace: 'acme', name: 'edge' },
      { spec: { planeID: 'edge-01' } },
    );
    const ref = {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name: 'edge',
    } as const;
    await until(() => inventory.get(ref)?.planeID === 'edge-01');

    const key = { plural: 'dataplanes', namespace: 'acme', name: 'edge' };
    await controlPlane.client.delete(key);
    await until(() => inventory.get(ref) === undefined);
    await controlPlane.client.create(dataPlane('edge'));
    await until(() => inventory.get(ref) !== undefined);
    expect(inventory.get(ref)?.uid).not.toBe(created.metadata.uid);
    expect(inventory.getByUid(created.metadata.uid ?? '')).toBeUndefined();
    expect(
      changes
        .filter(change => 'plane' in change && change.plane.ref.name === 'edge')
        .map(change => change.type),
    ).toEqual(['added', 'changed', 'removed', 'added']);
  });

  it('tells a heartbeat from a change of status', async () => {
    await controlPlane.client.create(dataPlane('default'));
    const { until, has, changes, live } = startInventory();
    await live();
    await until(() => has('default'));
    const key = { plural: 'dataplanes', namespace: 'acme', name: 'default' };
    const connection = {
      connected: true,
      connectedAgents: 1,
      lastHeartbeatTime: '2026-11-21T10:00:00Z',
    };
    const aspects = () =>
      changes.flatMap(change =>
        change.type === 'changed' ? [change.aspect] : [],
      );
    await controlPlane.client.patch(
      key,
      { status: { agentConnection: connection } },
      { subresource: 'status' },
    );
    await until(() => aspects().length === 1);
    await controlPlane.client.patch(
      key,
      {
        status: {
          agentConnection: {
            ...connection,
            lastHeartbeatTime: '2026-11-21T10:01:00Z',
          },
        },
      },
      { subresource: 'status' },
    );
    await until(() => aspects().length === 2);
    expect(aspects()).toEqual(['status', 'heartbeat']);
  });

  it('survives an API server that is down, also at the start', async () => {
    await controlPlane.client.create(dataPlane('default'));
    await controlPlane.stopServer();
    const { until, source, has } = startInventory();
    await until(() => source('dataplanes').error !== undefined);
    expect(source('dataplanes').state).toBe('syncing');
    await controlPlane.startServer();
    await until(() => source('dataplanes').state === 'live' && has('default'));

    await controlPlane.stopServer();
    await until(
      () =>
        source('dataplanes').state === 'stale' &&
        source('clusterdataplanes').state === 'stale',
    );
    expect(has('default')).toBe(true);
    await controlPlane.startServer();
    await until(
      () =>
        source('dataplanes').state === 'live' &&
        source('clusterdataplanes').state === 'live',
    );
    await controlPlane.client.create(dataPlane('after'));
    await until(() => has('after'));
  });

  it('goes on from where it was when watches are dropped, without listing', async () => {
    const { until, has, live } = startInventory();
    await live();
    await controlPlane.client.create(dataPlane('one'));
    await until(() => has('one'));
    controlPlane.clearRequests();
    controlPlane.faults.dropWatches();
    await controlPlane.client.create(dataPlane('two'));
    await until(() => has('two'));
    expect(
      controlPlane
        .requests()
        .filter(
          ({ verb, plural }) => verb === 'list' && plural === 'dataplanes',
        ),
    ).toEqual([]);
  });

  it('reads only the configured namespaces', async () => {
    await controlPlane.client.create(dataPlane('seen', 'globex'));
    await controlPlane.client.create(dataPlane('unseen', 'acme'));
    await controlPlane.client.create(clusterPlane('ClusterDataPlane', 'wide'));
    const { until, has, names } = startInventory({ namespaces: ['globex'] });
    await until(() => has('seen') && has('wide'));
    expect(names()).toEqual([
      'ClusterDataPlane  wide',
      'DataPlane globex seen',
    ]);
  });

  it('lists 600 planes of one namespace in two pages', async () => {
    const count = 600;
    for (let i = 0; i < count; i++) {
      await controlPlane.client.create(dataPlane(`plane-${i}`));
    }
    controlPlane.clearRequests();
    const { until, names } = startInventory();
    await until(() => names().length === count);
    const lists = controlPlane
      .requests()
      .filter(({ verb, plural }) => verb === 'list' && plural === 'dataplanes');
    expect(lists).toHaveLength(2);
  });
});
