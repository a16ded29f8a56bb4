import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { planeInventoryServiceRef } from '@openchoreo-planes/backstage-plugin-planes-node';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  startTestGateway,
  type TestGateway,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';
import { kubernetesModulePlanes } from './module';

function plane(name: string) {
  return {
    kind: 'DataPlane',
    metadata: { name, namespace: 'acme', uid: `uid-${name}` },
    spec: { planeID: name, clusterAgent: { clientCA: {} } },
  } as const;
}

function entity(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default', annotations },
  };
}

const SELECTOR = {
  'backstage.io/kubernetes-label-selector': 'app=cluster-agent',
};
const entities = [
  entity('eu', { ...SELECTOR, 'openchoreo.dev/plane-uid': 'uid-eu' }),
  entity('lost', { ...SELECTOR, 'openchoreo.dev/plane-uid': 'uid-lost' }),
  entity('shop', SELECTOR),
  entity('named', {
    ...SELECTOR,
    'backstage.io/kubernetes-cluster': 'acme.data-plane-eu',
  }),
];

describe('planes as clusters of the Kubernetes plugin', () => {
  let gateway: TestGateway;
  let stop: (() => Promise<void>) | undefined;
  let allowed: boolean;

  beforeAll(async () => {
    gateway = await startTestGateway({
      planes: ['eu', 'lost'].map(name => ({
        planeType: 'dataplane',
        planeID: name,
        namespace: 'acme',
        name,
      })),
    });
  });
  afterAll(() => gateway.stop());

  beforeEach(() => {
    allowed = true;
    gateway.clearRequests();
  });
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  async function start(options: {
    enabled?: boolean;
    certificate?: boolean;
    reads?: number;
  }) {
    const { enabled = true, certificate = true, reads = 100 } = options;
    const inventory = new TestPlaneInventory();
    inventory.listAll([plane('eu'), plane('lost')]);
    inventory.setGateway({ state: 'live' });
    for (const { ref } of inventory.snapshot().planes) {
      inventory.setLiveness(ref, {
        asOf: '2026-11-21T10:00:00Z',
        connected: ref.name === 'eu',
        connectedAgents: ref.name === 'eu' ? 1 : 0,
      });
    }
    const { url, caFile } = gateway;
    const backend = await startTestBackend({
      features: [
        import('@backstage/plugin-kubernetes-backend'),
        kubernetesModulePlanes,
        catalogServiceMock.factory({ entities }),
        createServiceFactory({
          service: planeInventoryServiceRef,
          deps: {},
          factory: () => inventory,
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({
              result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
            })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'other',
                      url: 'https://127.0.0.1:1',
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'token',
                    },
                  ],
                },
              ],
              serviceLocatorMethod: { type: 'multiTenant' },
            },
            openchoreo: {
              controlPlanes: [
                {
                  name: 'default',
                  kubeconfig: { file: '/nowhere' },
                  gateway: {
                    url,
                    caFile,
                    ...(certificate && {
                      certFile: gateway.certFile,
                      keyFile: gateway.keyFile,
                    }),
                  },
                },
              ],
              planes: {
                kubernetes: { enabled },
                rateLimit: { reads: { limit: reads, window: '1h' } },
              },
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    return request(backend.server);
  }

  const query = (server: Awaited<ReturnType<typeof start>>, name: string) =>
    server
      .post('/api/kubernetes/resources/workloads/query')
      .send({ entityRef: `resource:default/${name}`, auth: {} });

  it('is off unless configured', async () => {
    const server = await start({ enabled: false });
    const { body } = await server.get('/api/kubernetes/clusters');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'other',
    ]);
  });

  it('offers the planes that are connected, beside the other clusters, and tells nothing of how they are reached', async () => {
    const server = await start({});
    const { body } = await server.get('/api/kubernetes/clusters');
    expect(body.items).toEqual([
      { name: 'other', authProvider: 'serviceAccount' },
      {
        name: 'acme.data-plane-eu',
        title: 'eu',
        authProvider: 'localKubectlProxy',
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE KEY');
  });

  it("finds a plane's agent in its own cluster, through the tunnel", async () => {
    const server = await start({});
    const { status, body } = await query(server, 'eu');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    const [{ cluster, resources, errors }] = body.items;
    expect(cluster).toEqual({ name: 'acme.data-plane-eu', title: 'eu' });
    expect(errors).toEqual([]);
    const pods = resources.find(
      ({ type }: { type: string }) => type === 'pods',
    );
    expect(pods.resources[0].metadata.labels.app).toBe('cluster-agent');
    expect(gateway.requests()[0]).toMatchObject({
      method: 'GET',
      path: expect.stringMatching(
        /^\/api\/proxy\/dataplane\/eu\/acme\/eu\/k8s\/.*labelSelector=app%3Dcluster-agent$/,
      ),
    });
  });

  it('asks no plane for a plane that is not connected, nor for entities that name none', async () => {
    const server = await start({});
    expect((await query(server, 'lost')).body).toEqual({ items: [] });
    const shop = await query(server, 'shop');
    expect(
      shop.body.items.map(
        (item: { cluster: { name: string } }) => item.cluster.name,
      ),
    ).toEqual(['other']);
    expect(gateway.requests()).toEqual([]);
    const named = await query(server, 'named');
    expect(JSON.stringify(named.body)).toContain('acme.data-plane-eu');
  });

  it("is guarded by the Kubernetes plugin's permissions", async () => {
    const server = await start({});
    allowed = false;
    expect((await query(server, 'eu')).status).toBe(403);
    expect(
      (
        await query(server, 'eu').set(
          'Authorization',
          mockCredentials.none.header(),
        )
      ).status,
    ).toBeGreaterThanOrEqual(401);
    expect(gateway.requests()).toEqual([]);
  });

  it('limits what a user asks of planes, and of nothing else', async () => {
    const server = await start({ reads: 2 });
    const proxied = (cluster: string) =>
      server
        .get('/api/kubernetes/proxy/version')
        .set('Backstage-Kubernetes-Cluster', cluster);
    expect((await query(server, 'eu')).status).toBe(200);
    expect((await proxied('acme.data-plane-eu')).status).not.toBe(429);
    gateway.clearRequests();

    expect((await query(server, 'eu')).status).toBe(429);
    const refused = await proxied('acme.data-plane-eu');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
    expect(gateway.requests()).toEqual([]);
    expect((await query(server, 'shop')).status).toBe(200);
    expect((await proxied('other')).status).not.toBe(429);
  });
});
