import { Fleet } from '../fleet/Fleet';
import { Plane } from '../model/plane';
import { RegistrationProblem } from './RegistrationProblem';
import { hasField, ServedPlaneKind } from './ServedPlaneKind';

function secretStoreAbsent(plane: Plane): RegistrationProblem {
  const users = plane.planeType === 'data' ? 'workloads' : 'workflow runs';
  return {
    code: 'secret-store-absent',
    severity: 'warning',
    field: 'secretStore',
    message: `No secret store yet: ${users} cannot read secrets.`,
    remedy:
      "Name a ClusterSecretStore of External Secrets in the plane's cluster, now or once there is one.",
  };
}

function observabilityPlaneNone({ ref }: Plane): RegistrationProblem {
  const isCluster = ref.namespace === undefined;
  const kind = isCluster ? 'ClusterObservabilityPlane' : 'observability plane';
  return {
    code: 'observability-plane-none',
    severity: 'info',
    field: 'observabilityPlaneRef.name',
    message: `No observability plane is named, and there is no ${kind} called "default" that would be taken: logs, metrics and traces of this plane are not collected.`,
    remedy: 'Name an observability plane, now or once there is one.',
  };
}

/** What a plane would lack because it is linked to nothing. */
export function linkProblems(
  plane: Plane,
  fleet: Fleet,
  served: ServedPlaneKind,
  isKnown: (
    kind: 'ObservabilityPlane' | 'ClusterObservabilityPlane',
  ) => boolean,
): RegistrationProblem[] {
  const problems: RegistrationProblem[] = [];
  if (hasField(served, 'secretStoreRef') && plane.secretStore === undefined) {
    problems.push(secretStoreAbsent(plane));
  }
  if (
    hasField(served, 'observabilityPlaneRef') &&
    isKnown('ObservabilityPlane') &&
    isKnown('ClusterObservabilityPlane') &&
    fleet.observabilityPlane(plane).status === 'none'
  ) {
    problems.push(observabilityPlaneNone(plane));
  }
  return problems;
}
