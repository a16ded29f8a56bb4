import {
  ConflictError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Gap } from './gapOf';

/** What a caller is told who wants something that needs the plane. */
export function gapError({ reason, message }: Gap): Error {
  const sentence = message.replace(/\.$/, '');
  switch (reason) {
    case 'not-created':
      return new ConflictError(sentence);
    case 'argo-gone':
      return new NotFoundError(sentence);
    case 'gateway-not-configured':
      return new NotImplementedError(sentence);
    default:
      return new ServiceUnavailableError(sentence);
  }
}
