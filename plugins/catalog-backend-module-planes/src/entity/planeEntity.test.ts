import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import {
  createFleet,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { readPlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type TestManifest,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { planeClusterEntity } from './planeClusterEntity';
import { planeEntity } from './planeEntity';

const config = readPlanesConfig(
  mockServices.rootConfig({
    data: {
      openchoreo: { planes: { defaultOwner: 'group:default/platform-team' } },
    },
  }),
);

/** What the catalog itself checks of every entity. */
const catalogPolicy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const clusterAgent = { clientCA: { value: pem } };

function planesOf(manifests: TestManifest[], controlPlane?: string) {
  const inventory = new TestPlaneInventory([controlPlane ?? 'default']);
  return manifests.map(manifest => inventory.put(manifest, controlPlane));
}

function entitiesOf(planes: Plane[]) {
  const fleet = createFleet(planes);
  return planes.map(plane => planeEntity(plane, fleet, config));
}

describe('planeEntity', () => {
  it('has a Kubernetes tab with the pods of its agent only where that is configured', () => {
    const [plane] = planesOf([
      {
        kind: 'DataPlane',
        metadata: { name: 'eu', namespace: 'acme' },
        spec: { clusterAgent },
      },
    ]);
    const selector = (kubernetesEnabled: boolean) =>
      planeEntity(plane, createFleet([plane]), { ...config, kubernetesEnabled })
        .metadata.annotations?.['backstage.io/kubernetes-label-selector'];
    expect(selector(false)).toBeUndefined();
    expect(selector(true)).toBe('app=cluster-agent');
  });

  it('shows what the resource says, and where it is from', async () => {
    const [entity] = entitiesOf(
      planesOf([
        {
          kind: 'DataPlane',
          metadata: {
            name: 'eu-west-prod',
            namespace: 'acme',
            uid: 'u-1',
            annotations: {
              'openchoreo.dev/display-name': 'EU West production',
              'openchoreo.dev/description': 'Serves customers in Europe',
              'backstage.io/owner': 'team-a',
              'kubectl.kubernetes.io/last-applied-configuration':
                '{"clientKey":"s3cret"}',
            },
          },
          spec: { planeID: 'eu-west-1', clusterAgent },
        },
      ]),
    );
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'data-plane-eu-west-prod',
        namespace: 'acme',
        title: 'EU West production',
        description: 'Serves customers in Europe',
        labels: {
          'openchoreo.dev/kind': 'DataPlane',
          'openchoreo.dev/control-plane': 'default',
          'openchoreo.dev/plane-id': 'eu-west-1',
        },
        annotations: {
          'backstage.io/managed-by-location':
            'openchoreo:default/dataplanes/acme/eu-west-prod',
          'backstage.io/managed-by-origin-location':
            'openchoreo:default/dataplanes/acme/eu-west-prod',
          'openchoreo.dev/plane-uid': 'u-1',
          'openchoreo.dev/kind': 'DataPlane',
          'openchoreo.dev/name': 'eu-west-prod',
          'openchoreo.dev/namespace': 'acme',
          'openchoreo.dev/plane-id': 'eu-west-1',
          'openchoreo.dev/control-plane': 'default',
        },
        tags: ['data-plane', 'namespaced', 'eu-west-1'],
      },
      spec: { type: 'data-plane', owner: 'group:default/team-a' },
    });
    await expect(catalogPolicy.enforce(entity)).resolves.toBeDefined();
  });

  it.each([
    ['DataPlane', 'data-plane'],
    ['ClusterDataPlane', 'data-plane'],
    ['WorkflowPlane', 'workflow-plane'],
    ['ClusterWorkflowPlane', 'workflow-plane'],
    ['BuildPlane', 'build-plane'],
    ['ClusterBuildPlane', 'build-plane'],
    ['ObservabilityPlane', 'observability-plane'],
    ['ClusterObservabilityPlane', 'observability-plane'],
  ] as const)(
    'gives a %s the type %s, and the catalog accepts it',
    async (kind, type) => {
      const namespace = kind.startsWith('Cluster') ? undefined : 'acme';
      const [entity] = entitiesOf(
        planesOf([{ kind, metadata: { name: 'default', namespace } }]),
      );
      expect(entity.spec.type).toBe(type);
      expect(entity.metadata.namespace).toBe(namespace ?? 'default');
      await expect(catalogPolicy.enforce(entity)).resolves.toBeDefined();
      await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
        true,
      );
    },
  );

  it('is acceptable to the catalog whatever the resource is called', async () => {
    const planes = planesOf([
      {
        kind: 'DataPlane',
        metadata: { name: `a${'.b'.repeat(126)}`, namespace: 'acme' },
      },
      {
        kind: 'ClusterDataPlane',
        metadata: {
          name: 'odd',
          annotations: { 'backstage.io/owner': 'not a ref at all/:/' },
        },
        spec: { planeID: '../../Etc--X', clusterAgent },
      },
    ]);
    for (const entity of entitiesOf(planes)) {
      await expect(catalogPolicy.enforce(entity)).resolves.toBeDefined();
      expect(entity.spec.owner).toBe('group:default/platform-team');
      expect(entity.metadata.labels).not.toHaveProperty(
        'openchoreo.dev/plane-id',
        '../../Etc--X',
      );
    }
    await expect(
      catalogPolicy.enforce(planeClusterEntity(planes[1], config)),
    ).resolves.toBeDefined();
  });

  it('keeps planes of equal names apart: kinds, scopes, namespaces, control planes', () => {
    const manifests: TestManifest[] = [
      {
        kind: 'DataPlane',
        metadata: { name: 'default', namespace: 'default' },
      },
      { kind: 'DataPlane', metadata: { name: 'default', namespace: 'acme' } },
      { kind: 'ClusterDataPlane', metadata: { name: 'default' } },
      {
        kind: 'WorkflowPlane',
        metadata: { name: 'default', namespace: 'default' },
      },
      {
        kind: 'BuildPlane',
        metadata: { name: 'default', namespace: 'default' },
      },
    ];
    const entities = entitiesOf([
      ...planesOf(manifests),
      ...planesOf(manifests, 'edge'),
    ]);
    const refs = entities.map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    );
    expect(new Set(refs).size).toBe(manifests.length * 2);
    expect(refs).toContain('acme/edge_data-plane-default');
  });

  it('depends on the observability plane only when it exists', () => {
    const observed: TestManifest = {
      kind: 'DataPlane',
      metadata: { name: 'dp', namespace: 'acme' },
      spec: {
        clusterAgent,
        observabilityPlaneRef: {
          kind: 'ClusterObservabilityPlane',
          name: 'obs',
        },
      },
    };
    const [dangling] = entitiesOf(planesOf([observed]));
    expect(dangling.spec.dependsOn).toBeUndefined();
    const [resolved] = entitiesOf(
      planesOf([
        observed,
        { kind: 'ClusterObservabilityPlane', metadata: { name: 'obs' } },
      ]),
    );
    expect(resolved.spec.dependsOn).toEqual([
      'resource:default/cluster-observability-plane-obs',
    ]);
  });

  it('has planes that share their agents depend on one plane-cluster', () => {
    const entities = entitiesOf(
      planesOf([
        {
          kind: 'DataPlane',
          metadata: { name: 'a', namespace: 'acme' },
          spec: { planeID: 'shared', clusterAgent },
        },
        {
          kind: 'ClusterDataPlane',
          metadata: { name: 'b' },
          spec: { planeID: 'shared', clusterAgent },
        },
        {
          kind: 'WorkflowPlane',
          metadata: { name: 'c', namespace: 'acme' },
          spec: { planeID: 'shared', clusterAgent },
        },
      ]),
    );
    expect(entities.map(entity => entity.spec.dependsOn)).toEqual([
      ['resource:default/plane-cluster-dataplane-shared'],
      ['resource:default/plane-cluster-dataplane-shared'],
      undefined,
    ]);
  });

  it('is the same entity whatever the status says', () => {
    const manifest: TestManifest = {
      kind: 'DataPlane',
      metadata: { name: 'dp', namespace: 'acme', generation: 1 },
      spec: { clusterAgent },
    };
    const [before] = entitiesOf(planesOf([manifest]));
    const [after] = entitiesOf(
      planesOf([
        {
          ...manifest,
          metadata: {
            ...manifest.metadata,
            generation: 2,
            deletionTimestamp: '2026-11-21T10:00:00Z',
          },
          status: {
            conditions: [{ type: 'Created', status: 'True' }],
            agentConnection: {
              connected: true,
              connectedAgents: 2,
              lastHeartbeatTime: '2026-11-21T10:00:00Z',
            },
          },
        },
      ]),
    );
    expect(after).toEqual(before);
  });

  it('never looks like a cluster of the kubernetes plugin, and carries no certificate', () => {
    const entities = entitiesOf(
      planesOf([
        {
          kind: 'DataPlane',
          metadata: { name: 'dp', namespace: 'acme' },
          spec: { clusterAgent },
        },
      ]),
    );
    const text = JSON.stringify(entities);
    expect(text).not.toMatch(
      /kubernetes-cluster|kubernetes\.io\/api-server|BEGIN CERTIFICATE|MIIB/,
    );
  });
});
