import { TooManyRequestsError } from './TooManyRequestsError';

/** The part of an answer of express that {@link tellRetryAfter} uses. @public */
export interface HeaderedAnswer {
  set(name: string, value: string): unknown;
}

/**
 * Tells a caller who came too often when to come again, in the header `Retry-After`. An error handler for express: the last
 * thing that a router uses.
 *
 * @public
 */
export function tellRetryAfter(
  error: unknown,
  _req: unknown,
  res: HeaderedAnswer,
  next: (error: unknown) => void,
): void {
  if (error instanceof TooManyRequestsError) {
    res.set('Retry-After', String(error.retryAfter));
  }
  next(error);
}
