import { Fleet } from '../fleet/Fleet';
import { Finding, FindingSeverity } from '../model/finding';
import { Plane } from '../model/plane';
import { agentCAValidityFindings } from './agentCAValidityFindings';
import { fleetFindings } from './fleetFindings';

const ORDER: Record<FindingSeverity, number> = {
  error: 0,
  warning: 1,
  info: 2,
};

/**
 * Everything that is wrong or worth knowing about a plane at a moment, errors first.
 *
 * @param fleet - the planes around it; without, only the plane itself is looked at
 * @public
 */
export function planeFindings(
  plane: Plane,
  now: Date,
  fleet?: Fleet,
): Finding[] {
  const findings = [
    ...plane.findings,
    ...agentCAValidityFindings(plane, now),
    ...(fleet ? fleetFindings(plane, fleet) : []),
  ];
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
