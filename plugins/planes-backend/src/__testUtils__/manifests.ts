import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';

/** Owned by team-a; shares its agents with {@link us}. */
export const eu: TestManifest = {
  kind: 'DataPlane',
  metadata: {
    name: 'eu',
    namespace: 'acme',
    uid: 'eu-uid',
    annotations: { 'backstage.io/owner': 'team-a' },
  },
  spec: { planeID: 'shared', clusterAgent: { clientCA: {} } },
};

/** Owned by nobody in particular. */
export const us: TestManifest = {
  kind: 'DataPlane',
  metadata: { name: 'us', namespace: 'globex', uid: 'us-uid' },
  spec: { planeID: 'shared', clusterAgent: { clientCA: {} } },
};

/** The observability plane of both by default. */
export const observability: TestManifest = {
  kind: 'ClusterObservabilityPlane',
  metadata: { name: 'default', uid: 'obs-uid' },
  spec: { observerURL: 'https://observer.example.com' },
};
