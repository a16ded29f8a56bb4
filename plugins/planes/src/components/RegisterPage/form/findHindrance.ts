import {
  isBlocking,
  RegistrationField,
  RegistrationProblem,
  RegistrationValues,
  REGISTRATION_FIELDS,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { fieldOfProblem, stepOfProblem } from './problemFields';
import { RegistrationStep } from './steps';

/** Why the form cannot go on. */
export interface Hindrance {
  /** The first step, in the order of the form, in which something is wrong. */
  step: RegistrationStep;
  /** The first field of the step that has an error. */
  field?: RegistrationField;
  /** Everything that is wrong in the step, its first field first. */
  problems: readonly RegistrationProblem[];
}

/** What of some steps is to be corrected first; undefined where nothing is. */
export function findHindrance(
  steps: readonly RegistrationStep[],
  problems: readonly RegistrationProblem[],
  values: RegistrationValues,
): Hindrance | undefined {
  const blocking = problems.filter(isBlocking);
  for (const step of steps) {
    const placed = blocking
      .filter(problem => stepOfProblem(problem) === step)
      .map(problem => {
        const field = fieldOfProblem(problem, values);
        const order = field ? REGISTRATION_FIELDS.indexOf(field) : -1;
        return { problem, field, order };
      })
      .sort((a, b) => a.order - b.order);
    if (placed.length > 0) {
      return {
        step,
        field: placed.find(({ field }) => field)?.field,
        problems: placed.map(({ problem }) => problem),
      };
    }
  }
  return undefined;
}
