import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ResourceFailure } from '@openchoreo-planes/backstage-plugin-planes-node';

/** The error for what the control plane did not do. */
export function errorOfFailure({ reason, message }: ResourceFailure): Error {
  switch (reason) {
    case 'invalid':
    case 'not-served':
      return new InputError(message);
    case 'already-exists':
    case 'conflict':
    case 'not-found':
      return new ConflictError(message);
    default:
      // Forbidden, too: it is the portal's account that lacks the right, whoever the caller is.
      return new ServiceUnavailableError(message);
  }
}
