import {
  RegistrationProblem,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { fieldOfProblem } from './problemFields';

const ORDER: RegistrationProblem['severity'][] = ['error', 'warning', 'info'];

/** The problems of several sources without duplicates, errors first; a later source knows more than an earlier one. */
export function mergeProblems(
  ...sources: (readonly RegistrationProblem[])[]
): RegistrationProblem[] {
  const merged = new Map<string, RegistrationProblem>();
  for (const problem of sources.flat()) {
    merged.set(`${problem.code} ${problem.field ?? ''}`, problem);
  }
  return [...merged.values()].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
}

/** Those of the problems of a review that may still be so, now that other values have been typed. */
export function stillProblems(
  problems: readonly RegistrationProblem[],
  reviewed: RegistrationValues,
  values: RegistrationValues,
): readonly RegistrationProblem[] {
  if (reviewed === values) {
    return problems;
  }
  if (
    reviewed.controlPlane !== values.controlPlane ||
    reviewed.kind !== values.kind
  ) {
    return [];
  }
  return problems.filter(problem => {
    const field = fieldOfProblem(problem, values);
    return field !== undefined && reviewed[field] === values[field];
  });
}
