import { FindingSeverity } from '../model/finding';

/**
 * Something about a registration that its author should know.
 *
 * @remarks
 * An `error` keeps the plane from being registered; a `warning` or `info` does not.
 *
 * @public
 */
export interface RegistrationProblem {
  /** Stands for the kind of problem: a `FindingCode`, or one of its own such as `name-taken`. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** The path of the value in the registration, for example `agentCA.secretKeyRef.namespace`. */
  readonly field?: string;
  /** What is wrong, in one or two sentences that quote nothing of a certificate or key. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly remedy?: string;
}

/** Whether a problem keeps a plane from being registered. @public */
export function isBlocking(problem: RegistrationProblem): boolean {
  return problem.severity === 'error';
}
