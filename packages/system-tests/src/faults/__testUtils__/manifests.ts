import type { KubernetesObject } from '@openchoreo-planes/control-plane-sim';

const apiVersion = 'openchoreo.dev/v1alpha1';
const secret = { name: 'agent-ca', key: 'ca.crt' };

/** A data plane as v0.17 knows it; fields that v1.2 renamed are left out. */
export function dataPlane(
  name: string,
  namespace: string,
  displayName?: string,
): KubernetesObject {
  return {
    apiVersion,
    kind: 'DataPlane',
    metadata: {
      name,
      namespace,
      ...(displayName && {
        annotations: { 'openchoreo.dev/display-name': displayName },
      }),
    },
    spec: { planeID: `${namespace}-${name}`, clusterAgent: { clientCA: {} } },
  };
}

/** A build plane of v0.17, which v1.2 does not know. */
export function buildPlane(name: string, namespace: string): KubernetesObject {
  return {
    apiVersion,
    kind: 'BuildPlane',
    metadata: { name, namespace },
    spec: { clusterAgent: { clientCA: { secretRef: secret } } },
  };
}

/** A plane of a cluster-scoped kind. */
export function clusterPlane(
  kind: 'ClusterDataPlane' | 'ClusterWorkflowPlane',
  name: string,
): KubernetesObject {
  return {
    apiVersion,
    kind,
    metadata: { name },
    spec: {
      planeID: `${kind.toLowerCase()}-${name}`,
      clusterAgent: { clientCA: { secretKeyRef: secret } },
    },
  };
}
