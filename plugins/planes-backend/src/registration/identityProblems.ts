import type {
  PlaneRef,
  PlaneRegistration,
  RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const FIELDS = ['controlPlane', 'kind', 'namespace', 'name'] as const;
const TITLES = {
  controlPlane: 'control plane',
  kind: 'kind',
  namespace: 'namespace',
  name: 'name',
};

/** What in a change would make it one of another plane. */
export function identityProblems(
  registration: Partial<PlaneRegistration>,
  ref: PlaneRef,
): RegistrationProblem[] {
  return FIELDS.filter(
    field =>
      registration[field] !== undefined && registration[field] !== ref[field],
  ).map(field => ({
    code: 'identity-changed',
    severity: 'error',
    field,
    message: `The ${TITLES[field]} of a plane cannot be changed${
      ref[field] === undefined ? '' : `: it is "${ref[field]}"`
    }.`,
    remedy: 'Register another plane, and delete this one afterwards.',
  }));
}
