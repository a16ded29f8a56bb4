import { trustedCertificates } from '../certificates/agentCACertificates';
import { Fleet } from '../fleet/Fleet';
import { formatPlaneRef } from '../model/names';
import { Plane } from '../model/plane';
import { planeKey } from '../model/planeKey';
import { RegistrationProblem } from './RegistrationProblem';

function fingerprints(plane: Plane): string[] {
  return trustedCertificates(plane).map(({ fingerprint }) => fingerprint);
}

/** Whether both agent CAs are known and no agent's certificate can be of both. */
function trustsOthers(plane: Plane, other: Plane): boolean {
  const own = fingerprints(plane);
  const others = fingerprints(other);
  return (
    own.length > 0 &&
    others.length > 0 &&
    !own.some(fingerprint => others.includes(fingerprint))
  );
}

/** Whether there is a plane already where a registration wants one. */
export function nameTaken(
  plane: Plane,
  others: readonly Plane[],
): RegistrationProblem[] {
  const key = planeKey(plane.ref);
  if (!others.some(other => planeKey(other.ref) === key)) {
    return [];
  }
  return [
    {
      code: 'name-taken',
      severity: 'error',
      field: 'name',
      message: `There is a ${formatPlaneRef(plane.ref)} already.`,
      remedy: 'Choose another name, or change that plane instead.',
    },
  ];
}

/** Planes that would share the planeID, but not the agents. */
export function otherAgentCA(
  plane: Plane,
  fleet: Fleet,
): RegistrationProblem[] {
  const other = fleet.sharing(plane).find(p => trustsOthers(plane, p));
  if (!other) {
    return [];
  }
  return [
    {
      code: 'plane-id-other-agent-ca',
      severity: 'warning',
      field: 'planeID',
      message: `${formatPlaneRef(other.ref)} has the planeID "${
        plane.planeID
      }" too, but trusts another agent CA: an agent serves only the planes whose agent CA signed its certificate.`,
      remedy:
        'Use the agent CA of that plane where both are views of one cluster; otherwise choose another planeID.',
    },
  ];
}
