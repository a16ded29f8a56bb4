import type {
  Plane,
  PlaneKind,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type TestManifest,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { visibleSources } from './visibleSources';

function source(
  controlPlane: string,
  kind: PlaneKind,
  namespace?: string,
): SourceStatus {
  return {
    controlPlane,
    kind,
    plural: kind.toLowerCase(),
    namespace,
    state: 'live',
    since: '2026-11-21T10:00:00Z',
    planes: 1000,
  };
}

function plane(controlPlane: string, manifest: TestManifest): Plane {
  return new TestPlaneInventory([controlPlane]).put(manifest, controlPlane);
}

const inAcme: TestManifest = {
  kind: 'DataPlane',
  metadata: { name: 'eu', namespace: 'acme' },
};
const clusterWide: TestManifest = {
  kind: 'ClusterDataPlane',
  metadata: { name: 'eu' },
};

describe('visibleSources', () => {
  it('counts the planes of each control plane, kind and namespace', () => {
    const sources = [
      source('default', 'DataPlane', 'acme'),
      source('default', 'DataPlane', 'globex'),
      source('default', 'ClusterDataPlane'),
      source('edge', 'DataPlane'),
    ];
    const counted = visibleSources(sources, [
      plane('default', inAcme),
      plane('default', clusterWide),
      plane('edge', inAcme),
      plane('elsewhere', inAcme),
    ]);
    expect(counted).toEqual(
      sources.map((each, index) => ({ ...each, planes: [1, 0, 1, 1][index] })),
    );
  });
});
