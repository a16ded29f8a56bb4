export { audited } from './audited';
export { PayloadTooLargeError } from './PayloadTooLargeError';
export { RateLimit } from './RateLimit';
export { readJsonBody } from './readJsonBody';
export type { JsonBody, ReadJsonBodyOptions } from './readJsonBody';
export { sendWithETag } from './sendWithETag';
export type { JsonAnswer } from './sendWithETag';
export { TooManyRequestsError } from './TooManyRequestsError';
export { whenClosed } from './whenClosed';
