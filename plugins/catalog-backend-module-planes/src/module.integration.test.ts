import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';
import { catalogModulePlanes } from './module';

jest.setTimeout(120_000);

const POLL_MS = 25;
const clientCA = { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } };

function dataPlane(name: string, namespace: string, title?: string) {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'DataPlane',
    metadata: {
      name,
      namespace,
      ...(title && { annotations: { 'openchoreo.dev/display-name': title } }),
    },
    spec: { clusterAgent: { clientCA } },
  };
}

function clusterPlane(kind: string, name: string) {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind,
    metadata: { name },
    spec: {
      planeID: `${name}-${kind.toLowerCase()}`,
      clusterAgent: { clientCA },
    },
  };
}

/** A real catalog with the module in it, and a way to ask it what it shows. */
async function startCatalog(controlPlanes: Record<string, TestControlPlane>) {
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-catalog-backend'),
      catalogModulePlanes,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
          },
          openchoreo: {
            controlPlanes: Object.entries(controlPlanes).map(
              ([name, { kubeconfigFile }]) => ({
                name,
                kubeconfig: { file: kubeconfigFile },
              }),
            ),
          },
        },
      }),
    ],
  });
  async function entities(): Promise<Map<string, Entity>> {
    const { body } = await request(backend.server)
      .get('/api/catalog/entities')
      .query({ filter: 'kind=resource' })
      .expect(200);
    const found = body as Entity[];
    return new Map(
      found.map(entity => [
        `${entity.metadata.namespace}/${entity.metadata.name}`,
        entity,
      ]),
    );
  }
  async function until(condition: (shown: Map<string, Entity>) => boolean) {
    for (;;) {
      const shown = await entities();
      if (condition(shown)) {
        return shown;
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }
  return { until, stop: () => backend.stop() };
}

// What happens when something fails, and with many planes, is told by the fault matrix of packages/system-tests.
describe('planes in a real catalog', () => {
  let controlPlane: TestControlPlane;
  let catalog: Awaited<ReturnType<typeof startCatalog>> | undefined;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    for (const namespace of ['acme', 'globex']) {
      await controlPlane.client.createNamespace(namespace);
    }
  });

  afterAll(async () => {
    await controlPlane?.stop();
  });

  afterEach(async () => {
    await catalog?.stop();
    catalog = undefined;
    controlPlane.faults.clear();
    for (const plural of [
      'dataplanes',
      'clusterdataplanes',
      'clusterworkflowplanes',
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

  it('shows a new plane, changes it and removes it', async () => {
    catalog = await startCatalog({ default: controlPlane });
    const { until } = catalog;
    await controlPlane.client.create(dataPlane('eu', 'acme', 'Europe'));
    await until(
      shown => shown.get('acme/data-plane-eu')?.metadata.title === 'Europe',
    );
    const key = { plural: 'dataplanes', namespace: 'acme', name: 'eu' };
    await controlPlane.client.patch(key, {
      metadata: { annotations: { 'openchoreo.dev/display-name': 'EU West' } },
    });
    await until(
      shown => shown.get('acme/data-plane-eu')?.metadata.title === 'EU West',
    );
    await controlPlane.client.delete(key);
    await until(shown => !shown.has('acme/data-plane-eu'));
  });

  it('shows planes of equal names, of other kinds, scopes, namespaces and control planes, once', async () => {
    const other = await startTestControlPlane();
    try {
      const equal = [
        dataPlane('default', 'acme'),
        dataPlane('default', 'globex'),
        clusterPlane('ClusterDataPlane', 'default'),
        clusterPlane('ClusterWorkflowPlane', 'default'),
      ];
      for (const namespace of ['acme', 'globex']) {
        await other.client.createNamespace(namespace);
      }
      for (const manifest of equal) {
        await controlPlane.client.create(manifest);
        await other.client.create(manifest);
      }
      catalog = await startCatalog({ default: controlPlane, edge: other });
      const shown = await catalog.until(map => map.size >= 10);
      const planes = [...shown].flatMap(([name, { spec }]) =>
        spec?.type === 'plane-cluster' ? [] : [name],
      );
      expect(planes).toHaveLength(8);
      expect(planes).toEqual(
        expect.arrayContaining([
          'acme/data-plane-default',
          'globex/data-plane-default',
          'default/cluster-data-plane-default',
          'default/cluster-workflow-plane-default',
          'acme/edge_data-plane-default',
          'globex/edge_data-plane-default',
          'default/edge_cluster-data-plane-default',
          'default/edge_cluster-workflow-plane-default',
        ]),
      );
    } finally {
      await catalog?.stop();
      catalog = undefined;
      await other.stop();
    }
  });
});
