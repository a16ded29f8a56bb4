import type {
  PlaneKind,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const LINKS = [
  'secretStoreRef',
  'secretStoreRef.name',
  'observabilityPlaneRef',
  'observabilityPlaneRef.kind',
  'observabilityPlaneRef.name',
];

/** The kinds of OpenChoreo v1.2, as far as tests use them. */
export const servedByV1: readonly ServedPlaneKind[] = [
  served('DataPlane', [...LINKS, 'gateway'], 'secretKeyRef'),
  served('ClusterDataPlane', [...LINKS, 'gateway'], 'secretKeyRef'),
  served('WorkflowPlane', LINKS, 'secretKeyRef'),
  served('ObservabilityPlane', ['observerURL'], 'secretKeyRef'),
];

/** The kinds of OpenChoreo v0.17, as far as tests use them. */
export const servedByV0: readonly ServedPlaneKind[] = [
  served('DataPlane', [...LINKS, 'imagePullSecretRefs'], 'secretRef'),
  served('BuildPlane', LINKS, 'secretRef'),
];

function served(
  kind: PlaneKind,
  fields: readonly string[],
  secretField: 'secretRef' | 'secretKeyRef',
): ServedPlaneKind {
  const reference = `clusterAgent.clientCA.${secretField}`;
  return {
    kind,
    fields: [
      'planeID',
      'clusterAgent',
      'clusterAgent.clientCA',
      'clusterAgent.clientCA.value',
      reference,
      ...['name', 'key', 'namespace'].map(name => `${reference}.${name}`),
      ...fields,
    ],
    requiredFields: [
      'clusterAgent',
      'clusterAgent.clientCA',
      ...(kind.startsWith('Cluster') ? ['planeID'] : []),
      ...(kind === 'ObservabilityPlane' ? ['observerURL'] : []),
    ],
    observabilityPlaneRefIsString: false,
  };
}
