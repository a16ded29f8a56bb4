import { CustomErrorBase } from '@backstage/errors';

/** The caller, or others, asked for the same too often; answered with 429. @public */
export class TooManyRequestsError extends CustomErrorBase {
  override readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
  /** Seconds until the next request may succeed. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
