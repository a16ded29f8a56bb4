import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  isBlocking,
  type PlaneRegistration,
  type RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RefusedWrite } from './PlaneWriter';
import { excerpt, nameOf, problemsOfFailure } from './problemsOfFailure';
import { withRefusal } from './refusal';
import type { ReviewedRegistration } from './RegistrationReviewer';

/**
 * The error for a registration that must not be written.
 *
 * @param reviewed - has at least one blocking problem
 */
export function reviewError({
  problems,
  unavailable,
}: Pick<ReviewedRegistration, 'problems' | 'unavailable'>): Error {
  if (unavailable !== undefined) {
    return withRefusal(new ServiceUnavailableError(unavailable), {
      problems: [...problems],
    });
  }
  const blocking = problems.filter(isBlocking);
  const message = sentences(blocking);
  const isTaken = blocking.every(({ code }) => code === 'name-taken');
  return withRefusal(
    isTaken ? new ConflictError(message) : new InputError(message),
    { problems: [...problems] },
  );
}

/**
 * The error for what the API server refused.
 *
 * @param refused - at least one
 * @param aftermath - what became of what was written already
 */
export function writeError(
  refused: readonly RefusedWrite[],
  registration: PlaneRegistration,
  aftermath: readonly RegistrationProblem[] = [],
): Error {
  const problems = [
    ...refused.flatMap(({ failure, target }) =>
      problemsOfFailure(failure, registration, target),
    ),
    ...aftermath,
  ];
  const unanswered = refused.find(
    ({ failure }) => failure.reason === 'unavailable',
  );
  const said = unanswered
    ? [couldNotBeWritten(unanswered, registration), sentences(problems)]
    : [sentences(problems)];
  const message = said.filter(text => text !== '').join(' ');
  return withRefusal(errorOf(refused, message), { problems });
}

/** A dry run writes nothing; whether a write without an answer did, nobody knows. */
export function uncertainty(
  registration: PlaneRegistration,
  { target, failure }: RefusedWrite,
): RegistrationProblem[] {
  if (failure.reason !== 'unavailable' || target !== 'plane') {
    return [];
  }
  return [
    {
      code: 'write-uncertain',
      severity: 'warning',
      message: `${nameOf(
        registration,
        'plane',
      )} may have been written nevertheless.`,
      remedy:
        'Look at the fleet page in a minute; if the plane is not there, try again.',
    },
  ];
}

function couldNotBeWritten(
  { target, failure }: RefusedWrite,
  registration: PlaneRegistration,
): string {
  return `${nameOf(registration, target)} could not be written: ${excerpt(
    failure.message,
  )}`;
}

function errorOf(refused: readonly RefusedWrite[], message: string): Error {
  const reasons = refused.map(({ failure }) => failure.reason);
  if (reasons.some(reason => reason === 'unavailable')) {
    return new ServiceUnavailableError(message);
  }
  if (reasons.some(reason => reason === 'forbidden')) {
    return new ServiceUnavailableError(message);
  }
  return reasons.every(
    reason => reason === 'already-exists' || reason === 'conflict',
  )
    ? new ConflictError(message)
    : new InputError(message);
}

/** The problems in one text: what is wrong, then what to do. */
function sentences(problems: readonly RegistrationProblem[]): string {
  return problems
    .map(({ message, remedy }) =>
      remedy === undefined ? message : `${message} ${remedy}`,
    )
    .join(' ');
}
