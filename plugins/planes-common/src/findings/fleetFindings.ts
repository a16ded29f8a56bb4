import { Fleet } from '../fleet/Fleet';
import { Finding } from '../model/finding';
import { formatPlaneRef } from '../model/names';
import { Plane } from '../model/plane';

const NAMED = 3;

function list(names: readonly string[], total: number): string {
  const rest = total - names.length;
  const all =
    rest > 0 ? [...names, rest === 1 ? '1 more' : `${rest} more`] : [...names];
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} and ${last}` : last;
}

function* sharedPlaneID(plane: Plane, fleet: Fleet): Iterable<Finding> {
  const count = fleet.sharingCount(plane);
  if (count > 0) {
    const names = fleet
      .sharing(plane, NAMED)
      .map(other => formatPlaneRef(other.ref));
    yield {
      code: 'plane-id-shared',
      severity: 'info',
      field: 'spec.planeID',
      message: `The planeID "${plane.planeID}" is also that of ${list(
        names,
        count,
      )}: they share their agents, and disconnecting one disconnects all.`,
      remedy:
        'Nothing, if they are meant to be views of one cluster; otherwise give each a planeID of its own.',
    };
  }
}

function* sharedAgentCA(plane: Plane, fleet: Fleet): Iterable<Finding> {
  const count = fleet.agentCASharedCount(plane);
  if (count > 0) {
    const names = fleet
      .agentCASharedWith(plane, NAMED)
      .map(
        other => `${formatPlaneRef(other.ref)} (planeID "${other.planeID}")`,
      );
    yield {
      code: 'agent-ca-shared',
      severity: 'warning',
      field: 'spec.clusterAgent.clientCA',
      message: `The agent CA is also that of ${list(
        names,
        count,
      )}, so an agent of one can pass for an agent of another.`,
      remedy: 'Give each planeID a CA of its own.',
    };
  }
}

function* danglingReference(plane: Plane, fleet: Fleet): Iterable<Finding> {
  const resolution = fleet.observabilityPlane(plane);
  // A reference of an impossible kind is already a finding of the resource itself.
  if (
    resolution.status === 'dangling' &&
    !plane.findings.some(f => f.code === 'observability-plane-kind-invalid')
  ) {
    yield {
      code: 'observability-plane-dangling',
      severity: 'warning',
      field: 'spec.observabilityPlaneRef',
      message: resolution.message,
      remedy: 'Create that observability plane, or refer to one that exists.',
    };
  }
}

/** What is worth knowing about a plane because of the planes around it. */
export function fleetFindings(plane: Plane, fleet: Fleet): Finding[] {
  return [
    ...sharedPlaneID(plane, fleet),
    ...sharedAgentCA(plane, fleet),
    ...danglingReference(plane, fleet),
  ];
}
