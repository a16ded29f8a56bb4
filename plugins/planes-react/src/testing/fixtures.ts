import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CONTROL_PLANE,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ANNOTATION_PLANE_ID,
  ANNOTATION_PLANE_UID,
  Plane,
  planeEntityName,
  planeEntityNamespace,
  planeEntityRef,
  planeKindInfo,
  PlaneRef,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const SYNCED_AT = '2026-11-20T10:00:00Z';

/**
 * A data plane with a connected agent, for tests.
 *
 * @param overrides - replaces properties of the plane
 * @public
 */
export function planeFixture(overrides: Partial<Plane> = {}): Plane {
  const ref: PlaneRef = overrides.ref ?? {
    controlPlane: 'default',
    kind: 'DataPlane',
    namespace: 'acme',
    name: 'eu-west',
  };
  const { planeType, gatewayPlaneType } = planeKindInfo(ref.kind);
  return {
    ref,
    uid: `uid-of-${ref.namespace ?? 'cluster'}-${ref.name}`,
    resourceVersion: '1',
    finalizers: [],
    planeType,
    gatewayPlaneType,
    access: 'agent',
    planeID: ref.name,
    planeIDValid: true,
    agentCA: { source: 'none' },
    registries: [],
    gatewayListeners: [],
    conditions: [],
    findings: [],
    agentConnection: { connected: true, connectedAgents: 1 },
    ...overrides,
  };
}

/**
 * What the planes backend answers about {@link planeFixture}, for tests.
 *
 * @param overrides - replaces properties of the view; `plane` replaces properties of the plane
 * @public
 */
export function planeViewFixture(
  overrides: Partial<Omit<PlaneView, 'plane'>> & {
    plane?: Partial<Plane>;
  } = {},
): PlaneView {
  const plane = planeFixture(overrides.plane);
  return {
    entityRef: planeEntityRef(plane.ref),
    title: plane.displayName ?? plane.ref.name,
    state: {
      state: 'connected',
      since: SYNCED_AT,
      reason: '1 agent is connected.',
      source: 'resource',
    },
    findings: [],
    observabilityPlane: { status: 'none' },
    sharedWith: [],
    observes: [],
    source: {
      controlPlane: plane.ref.controlPlane,
      kind: plane.ref.kind,
      plural: planeKindInfo(plane.ref.kind).plural,
      state: 'live',
      since: SYNCED_AT,
      lastSyncedAt: SYNCED_AT,
      planes: 1,
    },
    ...overrides,
    plane,
  };
}

/**
 * The catalog entity of a plane, for tests.
 *
 * @public
 */
export function planeEntityFixture(plane: Plane = planeFixture()): Entity {
  const { ref } = plane;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: planeEntityName(ref),
      namespace: planeEntityNamespace(ref),
      title: plane.displayName ?? ref.name,
      annotations: {
        [ANNOTATION_PLANE_UID]: plane.uid,
        [ANNOTATION_KIND]: ref.kind,
        [ANNOTATION_NAME]: ref.name,
        ...(ref.namespace ? { [ANNOTATION_NAMESPACE]: ref.namespace } : {}),
        [ANNOTATION_PLANE_ID]: plane.planeID,
        [ANNOTATION_CONTROL_PLANE]: ref.controlPlane,
      },
    },
    spec: {
      type: planeKindInfo(ref.kind).slug.replace('cluster-', ''),
      owner: 'group:default/platform-team',
    },
  };
}
