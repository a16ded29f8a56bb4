import {
  RegistrationProblem,
  RegistrationReview,
  RegistrationValues,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Something that has to be right before a plane is registered. */
export interface RegistrationCheck {
  id:
    | 'name'
    | 'plane-id'
    | 'agent-ca'
    | 'secret-store'
    | 'observability-plane'
    | 'observer-url'
    | 'dry-run';
  /** `note`: nothing is wrong, but there is something to know. */
  status: 'pending' | 'passed' | 'note' | 'warning' | 'failed';
  /** A sentence, which says by itself how it stands. */
  text: string;
}

/** What the checks are derived from. */
export interface CheckedForm {
  values: RegistrationValues;
  served?: ServedPlaneKind;
  problems: readonly RegistrationProblem[];
  /** The backend's review of exactly these values. */
  review?: RegistrationReview;
  reviewError?: Error;
  /** The plane exists, under the name that it keeps. */
  editing?: boolean;
  nowMs: number;
}

/** How a check stands, without which it is. */
export type CheckResult = Omit<RegistrationCheck, 'id'>;

const STATUS: Record<
  RegistrationProblem['severity'],
  RegistrationCheck['status']
> = { error: 'failed', warning: 'warning', info: 'note' };

/** What stands in the way of a check that concerns some fields: its worst problem. */
export function worst(
  { problems }: CheckedForm,
  isAbout: (field: string) => boolean,
): CheckResult | undefined {
  // Errors come first.
  const problem = problems.find(({ field }) => field && isAbout(field));
  return problem && { status: STATUS[problem.severity], text: problem.message };
}

/** What only the backend can tell: passed once it has, and had nothing to say against it. */
export function byBackend(
  { review, reviewError }: CheckedForm,
  subject: string,
  passed: string,
): CheckResult {
  if (review) {
    return { status: 'passed', text: passed };
  }
  return {
    status: 'pending',
    text: `${subject}: ${
      reviewError ? 'could not be checked' : 'being checked'
    }`,
  };
}

/** What is not known yet. */
export function pending(text: string): CheckResult {
  return { status: 'pending', text };
}
