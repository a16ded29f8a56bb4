import { Plane } from '../model/plane';
import { PlaneState } from '../model/state';
import { asSentence } from './asSentence';

function whyNotGone(finalizers: readonly string[]): string {
  if (finalizers.length === 0) {
    return 'The plane is being deleted.';
  }
  const waiting = `The plane is being deleted and waits for ${finalizers.join(
    ', ',
  )}`;
  return finalizers.some(finalizer => finalizer.startsWith('openchoreo.dev/'))
    ? `${waiting}, for which OpenChoreo needs a reachable cluster gateway.`
    : `${waiting}.`;
}

/** The state of a plane whose deletion has been asked for. */
export function deletionState(plane: Plane, since: string): PlaneState {
  const blocked = plane.conditions.find(
    ({ type, status, reason }) =>
      type === 'Finalizing' &&
      status === 'False' &&
      reason === 'DeletionBlocked',
  );
  if (blocked) {
    return {
      state: 'deletion-blocked',
      since: blocked.lastTransitionTime ?? since,
      reason: asSentence(
        blocked.message ??
          'Deletion is blocked by what still refers to the plane',
      ),
      source: 'resource',
    };
  }
  return {
    state: 'deleting',
    since,
    reason: whyNotGone(plane.finalizers),
    source: 'resource',
  };
}
