import {
  RegisteredPlane,
  RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  readRegistrationRefusal,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** Why a plane was not written, or may not have been. */
export type WriteFailure =
  | { status: 'forbidden'; error: Error }
  /** Somebody else has changed the plane meanwhile. */
  | { status: 'conflict'; error: Error; current: RegisteredPlane }
  | {
      status: 'refused';
      error: Error;
      problems: readonly RegistrationProblem[];
    }
  /** No answer came, so the plane may have been written. */
  | { status: 'unknown'; error: Error };

/** Whether the backend itself answered, and therefore knows whether it wrote something. */
function isAnswered(error: Error): boolean {
  if (
    error.cause instanceof Error &&
    error.cause.name === 'ServiceUnavailableError'
  ) {
    return true;
  }
  return (
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    // A request that took too long may have been carried out all the same.
    error.statusCode !== 408
  );
}

/** Reads the error of a request that was to write a plane. */
export function writeFailure(error: Error): WriteFailure {
  const { current, problems } = readRegistrationRefusal(error);
  if (refusalStatus(error) === 'forbidden') {
    return { status: 'forbidden', error };
  }
  if (current) {
    return { status: 'conflict', error, current };
  }
  // The backend asked the API server, and got no answer itself.
  const isUncertain = problems.some(({ code }) => code === 'write-uncertain');
  return isUncertain || !isAnswered(error)
    ? { status: 'unknown', error }
    : { status: 'refused', error, problems };
}
