export { RateLimit } from './RateLimit';
export { sendWithETag } from './sendWithETag';
export type { JsonAnswer } from './sendWithETag';
export { TooManyRequestsError } from './TooManyRequestsError';
export { whenClosed } from './whenClosed';
