import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { isValidPlaneID } from '../model/planeID';
import { Fields, readText } from './readers';

const FIELD = 'spec.planeID';
const RULES =
  'Use at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.';

/** The effective planeID of a resource: that of its spec, else its name. */
export function parsePlaneID(spec: Fields, name: string): string {
  return readText(spec.planeID, 253) ?? name;
}

/** What is wrong with the planeID of a resource. */
export function planeIDFindings(
  spec: Fields,
  name: string,
  info: PlaneKindInfo,
): Finding[] {
  const own = readText(spec.planeID, 253);
  const findings: Finding[] = [];
  if (own === undefined && info.scope === 'Cluster') {
    findings.push({
      code: 'plane-id-missing',
      severity: 'warning',
      field: FIELD,
      message: `A ${info.kind} must state its planeID; its name "${name}" is taken instead.`,
      remedy:
        'Set spec.planeID to the planeID that the agent was installed with.',
    });
  }
  if (own !== undefined && !isValidPlaneID(own)) {
    findings.push({
      code: 'plane-id-invalid',
      severity: 'error',
      field: FIELD,
      message: `The planeID "${own}" does not follow the rules for a planeID, so the plane cannot be reached by it.`,
      remedy: RULES,
    });
  }
  if (own === undefined && !isValidPlaneID(name)) {
    findings.push({
      code: 'plane-id-invalid',
      severity: 'warning',
      field: FIELD,
      message: `The planeID is the resource's name "${name}", which does not follow the rules for a planeID.`,
      remedy: RULES,
    });
  }
  return findings;
}
