import { Plane, PlaneCondition } from '../model/plane';
import { PlaneState } from '../model/state';
import { asSentence } from './asSentence';

function notReported(reason: string): PlaneState {
  return { state: 'not-reported', reason, source: 'resource' };
}

function whyNotAccepted(plane: Plane, created?: PlaneCondition): string {
  if (created?.message) {
    return created.message;
  }
  const { agentCA, finalizers } = plane;
  if (!finalizers.some(finalizer => finalizer.startsWith('openchoreo.dev/'))) {
    return 'OpenChoreo has not seen the plane yet, or its controller is not running';
  }
  if (agentCA.source === 'none') {
    return 'OpenChoreo has not accepted the plane, because no agent CA is configured';
  }
  if (agentCA.source === 'secret') {
    return `OpenChoreo has not accepted the plane: Secret "${agentCA.secretKeyRef.name}" with its agent CA cannot be read, or the controller cannot reach the cluster gateway`;
  }
  return 'OpenChoreo has not accepted the plane: the controller may be unable to reach the cluster gateway';
}

function isOlderThan(
  time: string | undefined,
  now: Date,
  maxAgeMs: number,
): boolean {
  return time !== undefined && now.getTime() - Date.parse(time) > maxAgeMs;
}

/** Build and observability planes had no status before v0.12, and no controller that marks them. */
function mayBeOfSilentRelease(plane: Plane): boolean {
  return (
    (plane.ref.kind === 'BuildPlane' ||
      plane.ref.kind === 'ObservabilityPlane') &&
    plane.conditions.length === 0 &&
    plane.finalizers.length === 0
  );
}

/**
 * The state of a plane whose resource says nothing about agents.
 *
 * @param graceMs - how long the controller may take to report before its silence means something
 */
export function unreportedState(
  plane: Plane,
  now: Date,
  graceMs: number,
): PlaneState {
  if (plane.access === 'credentials') {
    return notReported(
      'OpenChoreo reaches this plane with stored credentials, and such releases report no state.',
    );
  }
  const created = plane.conditions.find(({ type }) => type === 'Created');
  if (created?.status === 'True') {
    const since = created.lastTransitionTime ?? plane.creationTimestamp;
    return isOlderThan(since, now, graceMs)
      ? notReported(
          'OpenChoreo accepted the plane but reports nothing about its agents: the release is older than v0.12, or the cluster gateway is not reachable.',
        )
      : {
          state: 'never-connected',
          since,
          reason:
            'OpenChoreo has accepted the plane and reported no agent yet.',
          source: 'resource',
        };
  }
  if (
    mayBeOfSilentRelease(plane) &&
    isOlderThan(plane.creationTimestamp, now, graceMs)
  ) {
    return notReported(
      `OpenChoreo reports nothing about this ${plane.ref.kind}: the release is older than v0.12, or no controller handles the kind any more.`,
    );
  }
  return {
    state: 'not-accepted',
    since: plane.creationTimestamp,
    reason: asSentence(whyNotAccepted(plane, created)),
    source: 'resource',
  };
}
