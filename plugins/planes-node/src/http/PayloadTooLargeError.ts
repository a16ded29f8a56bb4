import { CustomErrorBase } from '@backstage/errors';

/** The body of a request is larger than anything that makes sense; answered with 413. @public */
export class PayloadTooLargeError extends CustomErrorBase {
  override readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}
