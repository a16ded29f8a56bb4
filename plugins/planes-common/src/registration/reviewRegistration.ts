import { checkServedKind } from './checkServedKind';
import { lintRegistration, LintRegistrationContext } from './lintRegistration';
import { PlaneRegistration } from './PlaneRegistration';
import { errorsFirst } from './problemOrder';
import { isBlocking, RegistrationProblem } from './RegistrationProblem';
import { ServedPlaneKind } from './ServedPlaneKind';
import { validateRegistration } from './validateRegistration';

/** What a registration is reviewed against. @public */
export interface ReviewRegistrationContext
  extends Omit<LintRegistrationContext, 'served'> {
  /** The kinds that the registration's control plane serves. */
  readonly served: readonly ServedPlaneKind[];
}

/** What came of reviewing a registration. @public */
export interface RegistrationReviewResult {
  /** Only where all of it could be read; it may have blocking problems nevertheless. */
  readonly registration?: PlaneRegistration;
  /** What of it could be read. */
  readonly valid: Partial<PlaneRegistration>;
  /** Errors first; of a value that is refused, only what the first check says. */
  readonly problems: RegistrationProblem[];
}

/** The value at the top of a registration that a problem is about; a field misspelt in its case counts as the right one. */
function topLevel({ field }: RegistrationProblem): string | undefined {
  return field?.split('.')[0].toLowerCase();
}

/** What could not be read, without what is missing because it was given under a wrong name. */
function withoutMisnamed(
  problems: readonly RegistrationProblem[],
): RegistrationProblem[] {
  const misnamed = new Set(
    problems.filter(({ code }) => code === 'unknown-field').map(topLevel),
  );
  return problems.filter(
    problem =>
      !problem.code.endsWith('-missing') || !misnamed.has(topLevel(problem)),
  );
}

/** The problems of values that no earlier check refuses: what is refused counts as missing, or wrong, a second time. */
function ofOtherValues(
  problems: readonly RegistrationProblem[],
  earlier: readonly RegistrationProblem[],
): RegistrationProblem[] {
  const refused = new Set(earlier.filter(isBlocking).map(topLevel));
  return problems.filter(
    problem => problem.field === undefined || !refused.has(topLevel(problem)),
  );
}

/**
 * Reads a registration, compares it with what its control plane serves, and lints it: everything that is to be said of it
 * before the API server is asked.
 *
 * @param input - anything, such as the body of a request
 * @public
 */
export function reviewRegistration(
  input: unknown,
  context: ReviewRegistrationContext,
): RegistrationReviewResult {
  const reading = validateRegistration(input);
  const registration = reading.ok ? reading.registration : undefined;
  const valid = reading.ok ? reading.registration : reading.valid;
  const unread = reading.ok ? [] : withoutMisnamed(reading.problems);
  const served = context.served.find(({ kind }) => kind === valid.kind);
  const misfits = ofOtherValues(checkServedKind(valid, context.served), unread);
  const lint = served ? lintRegistration(valid, { ...context, served }) : [];
  return {
    registration,
    valid,
    problems: errorsFirst([
      ...unread,
      ...misfits,
      ...ofOtherValues(lint, [...unread, ...misfits]),
    ]),
  };
}
