import { ConflictError, NotFoundError } from '@backstage/errors';
import type { GatewayFailure } from '@openchoreo-planes/backstage-plugin-planes-node';
import { gapError } from '../argo/gapError';
import { gapOf } from '../argo/gapOf';

/** Why a log cannot be read: 409 where it may come, 404 where it will not. */
export function logFailure(failure: GatewayFailure): Error {
  if (failure.reason === 'not-found') {
    return new NotFoundError('The log is gone with its pod');
  }
  if (failure.reason === 'kubernetes-error' && failure.status === 400) {
    // "container "main" in pod "x" is waiting to start: PodInitializing"
    return new ConflictError(failure.message);
  }
  return gapError(gapOf(failure));
}
