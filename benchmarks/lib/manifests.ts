import type { KubernetesObject } from '@openchoreo-planes/control-plane-sim';

const API_VERSION = 'openchoreo.dev/v1alpha1';

export type Manifest = KubernetesObject & { spec: object };

function metadata(index: number, namespace: string | undefined) {
  return {
    name: `plane-${index}`,
    ...(namespace && { namespace }),
    annotations: {
      'openchoreo.dev/display-name': `Plane ${index}`,
      'openchoreo.dev/description': `Runs the workloads of team ${index % 97}`,
      'backstage.io/owner': `group:default/team-${index % 97}`,
    },
  };
}

/** A plane that OpenChoreo 1.2 admits; data, workflow and observability planes by turns. */
export function currentManifest(index: number, namespaces: number): Manifest {
  const planeID = `plane-${index}`;
  const clusterAgent = {
    clientCA: { secretKeyRef: { name: `agent-ca-${index}`, key: 'ca.crt' } },
  };
  const namespaced = metadata(index, `team-${index % namespaces}`);
  const common = { apiVersion: API_VERSION, metadata: namespaced };
  switch (index % 3) {
    case 0:
      return {
        ...common,
        kind: 'DataPlane',
        spec: { planeID, clusterAgent, secretStoreRef: { name: 'default' } },
      };
    case 1:
      return {
        ...common,
        kind: 'WorkflowPlane',
        spec: { planeID, clusterAgent },
      };
    default:
      return {
        ...common,
        kind: 'ObservabilityPlane',
        spec: {
          planeID,
          clusterAgent,
          observerURL: `https://observer-${index}.example.com`,
        },
      };
  }
}

/** A plane as some release wrote it, from credentials in the resource to Cluster kinds, with inline CAs. */
export function mixedManifest(index: number, pems: readonly string[]): object {
  const namespace = `team-${index % 500}`;
  const value = pems[index % pems.length];
  // One plane in five shares its agents with another.
  const planeID = `plane-${index % 9000}`;
  const variants: (() => Manifest)[] = [
    () => ({
      apiVersion: API_VERSION,
      kind: 'BuildPlane',
      metadata: metadata(index, namespace),
      spec: {
        kubernetesCluster: {
          name: 'builds',
          credentials: {
            apiServerURL: 'https://10.0.0.1',
            caCert: 'x',
            clientCert: 'x',
            clientKey: 'x',
          },
        },
      },
    }),
    () => ({
      apiVersion: API_VERSION,
      kind: 'BuildPlane',
      metadata: metadata(index, namespace),
      spec: {
        planeID,
        clusterAgent: {
          clientCA: { secretRef: { name: 'ca', key: 'ca.crt' } },
        },
        observabilityPlaneRef: 'default',
      },
    }),
    () => ({
      apiVersion: API_VERSION,
      kind: 'ClusterBuildPlane',
      metadata: metadata(index, undefined),
      spec: { planeID, clusterAgent: { clientCA: { value } } },
    }),
    () => ({
      apiVersion: API_VERSION,
      kind: 'DataPlane',
      metadata: metadata(index, namespace),
      spec: {
        planeID,
        clusterAgent: { clientCA: { value } },
        observabilityPlaneRef: {
          kind: 'ClusterObservabilityPlane',
          name: 'default',
        },
        gateway: {
          ingress: {
            external: {
              name: 'gateway',
              namespace: 'openchoreo-data-plane',
              http: { port: 80, host: 'example.com' },
            },
          },
        },
      },
    }),
    () => ({
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflowPlane',
      metadata: metadata(index, undefined),
      spec: {
        planeID,
        clusterAgent: { clientCA: { value } },
        secretStoreRef: { name: 'default' },
      },
    }),
  ];
  const manifest = variants[index % variants.length]();
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      uid: `uid-${index}`,
      resourceVersion: String(index + 1),
      generation: 1,
      creationTimestamp: '2026-11-21T10:00:00Z',
    },
    status: {
      observedGeneration: 1,
      conditions: [
        {
          type: 'Created',
          status: 'True',
          reason: 'Created',
          message: 'Created',
          lastTransitionTime: '2026-11-21T10:00:00Z',
        },
      ],
      agentConnection: {
        connected: true,
        connectedAgents: 1,
        lastHeartbeatTime: '2026-11-21T10:00:00Z',
        message: '1 agent connected',
      },
    },
  };
}
