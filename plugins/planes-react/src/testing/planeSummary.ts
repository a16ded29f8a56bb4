import {
  planeCategory,
  PlaneSummary,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const EXPIRES_SOON_MS = 30 * 24 * 60 * 60_000;

function agentCAExpires({ plane }: PlaneView): string | undefined {
  const { agentCA } = plane;
  const certificates = agentCA.source === 'inline' ? agentCA.certificates : [];
  return certificates
    .map(({ notAfter }) => notAfter)
    .filter(notAfter => Date.parse(notAfter) - Date.now() < EXPIRES_SOON_MS)
    .sort()
    .at(0);
}

/**
 * What the planes backend answers about a plane in a list, for tests.
 *
 * @param overrides - replaces properties of the summary
 * @public
 */
export function planeSummary(
  view: PlaneView,
  overrides: Partial<PlaneSummary> = {},
): PlaneSummary {
  const { plane, liveness } = view;
  const bad = view.findings.filter(({ severity }) => severity !== 'info');
  const errors = bad.filter(({ severity }) => severity === 'error');
  return {
    uid: plane.uid,
    ref: plane.ref,
    category: planeCategory(plane.ref.kind),
    planeID: plane.planeID,
    entityRef: view.entityRef,
    title: view.title,
    owner: plane.owner ?? 'group:default/platform-team',
    state: view.state,
    connectedAgents:
      liveness?.connectedAgents ?? plane.agentConnection?.connectedAgents,
    lastHeartbeat:
      liveness?.lastSeen ?? plane.agentConnection?.lastHeartbeatTime,
    findings: {
      errors: errors.length,
      warnings: bad.length - errors.length,
      worst: errors.at(0) ?? bad.at(0),
    },
    agentCAExpires: agentCAExpires(view),
    source: view.source.state,
    ...overrides,
  };
}
