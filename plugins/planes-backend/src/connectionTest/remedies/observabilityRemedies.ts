import {
  formatPlaneRef,
  type Plane,
  type Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { inControlPlane, patchPlane, type RemedyCommand } from './kubectl';

const FIELD = 'spec.observabilityPlaneRef';

/** What to do where a plane names an observability plane that does not exist, or that it must not name. */
export function danglingReference(
  plane: Plane,
  planes: readonly Plane[],
): Remedy {
  const candidate = candidateFor(plane, planes);
  const commands: RemedyCommand[] = [
    inControlPlane(
      'list the observability planes',
      'kubectl get observabilityplanes.openchoreo.dev,clusterobservabilityplanes.openchoreo.dev --all-namespaces',
    ),
    candidate
      ? inControlPlane(
          `let the plane report to ${formatPlaneRef(candidate.ref)}`,
          patchPlane(plane.ref, {
            observabilityPlaneRef: {
              kind: candidate.ref.kind,
              name: candidate.ref.name,
            },
          }),
        )
      : inControlPlane(
          'remove the reference, so that the default counts',
          patchPlane(plane.ref, { observabilityPlaneRef: null }),
        ),
  ];
  return {
    text: candidate
      ? `Create the observability plane that the plane names, or let it name one that exists, such as ${formatPlaneRef(
          candidate.ref,
        )}.`
      : 'Create the observability plane that the plane names, or remove the reference.',
    field: FIELD,
    commands,
  };
}

/** An observability plane that a plane may name; one called `default` where there is one. */
function candidateFor(
  plane: Plane,
  planes: readonly Plane[],
): Plane | undefined {
  // A reference without a kind is of a release whose references were no objects yet.
  if (plane.observabilityPlaneRef?.kind === undefined) {
    return undefined;
  }
  const candidates = planes.filter(({ ref }) => {
    const isNear =
      ref.kind === 'ObservabilityPlane' &&
      ref.namespace === plane.ref.namespace;
    return (
      ref.controlPlane === plane.ref.controlPlane &&
      (isNear || ref.kind === 'ClusterObservabilityPlane')
    );
  });
  return candidates.find(({ ref }) => ref.name === 'default') ?? candidates[0];
}

/** What to do where the observability plane itself is not connected. */
export function notWell({ ref }: Plane): Remedy {
  return {
    text: `Test the connection of ${formatPlaneRef(
      ref,
    )}: until it is connected, OpenChoreo cannot show the logs and metrics of this plane.`,
    commands: [],
  };
}
