import {
  isRegistrationField,
  RegistrationField,
  RegistrationProblem,
  RegistrationValues,
  REGISTRATION_FIELDS,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RegistrationStep, stepOfField } from './steps';

/** The field of the form at which a problem is shown; undefined for one of the registration as a whole. */
export function fieldOfProblem(
  problem: RegistrationProblem,
  values: RegistrationValues,
): RegistrationField | undefined {
  const path = problem.field;
  if (path === undefined || isRegistrationField(path)) {
    return path;
  }
  if (path === 'agentCA') {
    return values['agentCA.source'] === 'secret'
      ? 'agentCA.secretKeyRef.name'
      : 'agentCA.value';
  }
  return (
    // A part of what is one field here, such as `imagePullSecretRefs[0]`, or something that consists of several.
    REGISTRATION_FIELDS.find(field => isWithin(path, field)) ??
    REGISTRATION_FIELDS.find(field => isWithin(field, path))
  );
}

function isWithin(path: string, parent: string): boolean {
  return path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

/** The step in which a problem can be solved. */
export function stepOfProblem(problem: RegistrationProblem): RegistrationStep {
  return problem.field === undefined ? 'review' : stepOfField(problem.field);
}
