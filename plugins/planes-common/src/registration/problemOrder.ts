import { FindingSeverity } from '../model/finding';
import { RegistrationProblem } from './RegistrationProblem';

const ORDER: Record<FindingSeverity, number> = {
  error: 0,
  warning: 1,
  info: 2,
};

/** Errors first; in their order otherwise. */
export function errorsFirst(
  problems: readonly RegistrationProblem[],
): RegistrationProblem[] {
  return [...problems].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
