import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CONTROL_PLANE,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ANNOTATION_PLANE_ID,
  ANNOTATION_PLANE_UID,
  CONNECTION_TEST_STEPS,
  ConnectionTestReport,
  Plane,
  planeEntityName,
  planeEntityNamespace,
  planeEntityRef,
  planeKindInfo,
  PlaneHistory,
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
    colocatedWith: [],
    gateway: {
      controlPlane: plane.ref.controlPlane,
      state: 'live',
      since: SYNCED_AT,
      asOf: SYNCED_AT,
    },
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
 * The history of a plane that was always connected, for tests.
 *
 * @param overrides - replaces properties of the history
 * @public
 */
export function planeHistoryFixture(
  overrides: Partial<PlaneHistory> = {},
): PlaneHistory {
  return {
    window: '24h',
    from: '2026-11-19T10:00:00Z',
    to: SYNCED_AT,
    recordedSince: '2026-11-01T10:00:00Z',
    slots: Array.from({ length: 48 }, () => 'up' as const),
    uptime: 1,
    losses: 0,
    flaps: 0,
    uptimes: { '24h': 1, '7d': 1, '30d': 1 },
    flapping: false,
    transitions: [],
    ...overrides,
  };
}

/**
 * The report of a connection test of {@link planeFixture} that passed, for tests.
 *
 * @param overrides - replaces properties of the report
 * @public
 */
export function connectionTestReportFixture(
  overrides: Partial<ConnectionTestReport> = {},
): ConnectionTestReport {
  return {
    uid: planeFixture().uid,
    startedAt: SYNCED_AT,
    finishedAt: '2026-11-20T10:00:01Z',
    durationMs: 1000,
    outcome: 'passed',
    steps: CONNECTION_TEST_STEPS.map(name => ({
      name,
      title: `Step ${name}`,
      status: 'passed',
      durationMs: 4,
      evidence: `All is well with ${name}.`,
    })),
    ...overrides,
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
