import { Finding } from '../model/finding';
import { formatPlaneRef } from '../model/names';
import { Plane } from '../model/plane';
import { PlaneRegistration } from './PlaneRegistration';
import { findingField } from './findingField';
import { RegistrationProblem } from './RegistrationProblem';

const URL_WORDS: [path: string, words: string][] = [
  ['spec.observerURL', 'The observer URL'],
  ['spec.rcaAgentURL', 'The URL of the RCA agent'],
  ['spec.finOpsAgentURL', 'The URL of the FinOps agent'],
];

/** What a finding says, without the resource that does not exist yet. */
function messageOf({ message }: Finding, plane: Plane): string {
  const url = URL_WORDS.find(([path]) => message.startsWith(`${path} `));
  return url
    ? url[1] + message.slice(url[0].length)
    : message.replace(
        `${formatPlaneRef(plane.ref)} refers to`,
        'This plane refers to',
      );
}

/** What a finding says where it would speak of the resource. */
function inOtherWords(
  { code }: Finding,
  { ref }: Plane,
): Partial<RegistrationProblem> {
  switch (code) {
    case 'agent-ca-absent':
      return {
        remedy:
          "Give the PEM text of the CA that signs the agent's certificate, or name the Secret and key that hold it.",
      };
    case 'agent-ca-base64':
      return {
        remedy:
          'Decode it once with "base64 -d" and give the result, which begins with BEGIN CERTIFICATE.',
      };
    case 'agent-ca-not-inline':
      return {
        remedy:
          'Let the PEM text of the CA stand in the resource instead of a Secret.',
      };
    case 'plane-id-missing':
      return {
        message: `A ${ref.kind} must state its planeID.`,
        remedy:
          'Give the planeID that the agent is installed with, its Helm value clusterAgent.planeID.',
      };
    default:
      return {};
  }
}

/** A finding of the plane that a registration would make, as a problem of the registration. */
export function findingProblem(
  finding: Finding,
  plane: Plane,
  registration: Partial<PlaneRegistration>,
): RegistrationProblem {
  const { code, severity, field, remedy } = finding;
  return {
    code,
    severity,
    ...(field !== undefined && {
      field: findingField(field, plane, registration),
    }),
    message: messageOf(finding, plane),
    ...(remedy !== undefined && { remedy }),
    ...inOtherWords(finding, plane),
  };
}
