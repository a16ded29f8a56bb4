import type { PlaneRef } from '@openchoreo-planes/backstage-plugin-planes-common';
import { kubectlPlane, patchPlane } from './kubectl';

const ref: PlaneRef = {
  controlPlane: 'default',
  kind: 'ClusterWorkflowPlane',
  name: 'ci',
};

it('names exactly one resource, with its namespace where it has one', () => {
  expect(kubectlPlane('get', ref, '-o', 'yaml')).toBe(
    'kubectl get clusterworkflowplanes.openchoreo.dev ci -o yaml',
  );
  const namespaced: PlaneRef = {
    ...ref,
    kind: 'BuildPlane',
    namespace: 'acme',
  };
  expect(patchPlane(namespaced, { planeID: "it's" })).toBe(
    `kubectl patch buildplanes.openchoreo.dev ci -n acme --type merge -p '{"spec":{"planeID":"it'\\''s"}}'`,
  );
});
