import {
  ControlPlaneKinds,
  registrationFromValues,
  RegistrationProblem,
  RegistrationValues,
  reviewRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * What is wrong with values as far as the browser can tell: by the rules of every release and of the chosen kind, and by
 * what the certificates say. What it takes to know other planes for is the backend's.
 */
export function localProblems(
  values: RegistrationValues,
  controlPlane: ControlPlaneKinds | undefined,
): readonly RegistrationProblem[] {
  return reviewRegistration(registrationFromValues(values), {
    served: controlPlane?.kinds ?? [],
    planes: [],
    isKnown: () => false,
    now: new Date(),
  }).problems;
}
