/**
 * Why there is nothing to show.
 *
 * @public
 */
export type RefusalStatus = 'forbidden' | 'gone' | 'unavailable';

/**
 * Tells a missing permission and a missing thing from a failure.
 *
 * @public
 */
export function refusalStatus(error: Error): RefusalStatus {
  const { name } = original(error);
  if (name === 'NotAllowedError') {
    return 'forbidden';
  }
  // A 404 by itself may as well come from a portal without the backend.
  return name === 'NotFoundError' ? 'gone' : 'unavailable';
}

/**
 * Tells a request that came too late, because what it is about has changed, from other failures.
 *
 * @public
 */
export function isConflict(error: Error): boolean {
  return original(error).name === 'ConflictError';
}

/**
 * Tells a request that asks for something that cannot be from other failures.
 *
 * @public
 */
export function isInvalid(error: Error): boolean {
  return original(error).name === 'InputError';
}

/**
 * How long the portal asks to wait, which holds back who asks it too often; undefined for any other failure.
 *
 * @public
 */
export function retryAfterMs(error: Error): number | undefined {
  const cause = original(error);
  return cause.name === 'TooManyRequestsError' &&
    'retryAfter' in cause &&
    typeof cause.retryAfter === 'number'
    ? cause.retryAfter * 1_000
    : undefined;
}

/**
 * What went wrong, in the words of the backend where it said something.
 *
 * @public
 */
export function errorMessage(error: Error): string {
  return original(error).message;
}

function original(error: Error): Error {
  return error.name === 'ResponseError' && error.cause instanceof Error
    ? error.cause
    : error;
}
