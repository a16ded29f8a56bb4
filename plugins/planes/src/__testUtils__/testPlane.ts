import {
  Plane,
  PlaneKind,
  PlaneStateName,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeViewFixture } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';

export interface TestPlaneOptions {
  state?: PlaneStateName;
  since?: string;
  kind?: PlaneKind;
  namespace?: string;
  plane?: Partial<Plane>;
  view?: Partial<Omit<PlaneView, 'plane'>>;
}

/** A plane among several: its name is its title and uid, too. */
export function testPlane(
  name: string,
  options: TestPlaneOptions = {},
): PlaneView {
  const { state = 'connected', since, kind = 'DataPlane' } = options;
  const namespace = kind.startsWith('Cluster')
    ? undefined
    : options.namespace ?? 'acme';
  return planeViewFixture({
    title: name,
    state: { state, since, reason: `${name} is so.`, source: 'resource' },
    ...options.view,
    plane: {
      ref: { controlPlane: 'default', kind, namespace, name },
      uid: name,
      ...options.plane,
    },
  });
}

/** So many connected planes, in the order of their names. */
export function testPlanes(count: number): PlaneView[] {
  return Array.from({ length: count }, (_, index) =>
    testPlane(`plane-${String(index).padStart(4, '0')}`),
  );
}
