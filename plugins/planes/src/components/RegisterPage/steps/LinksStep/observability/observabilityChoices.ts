import {
  formatPlaneRef,
  hasField,
  planeKindInfo,
  PlaneLink,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A kind of observability plane. */
export type ObservabilityKind =
  | 'ObservabilityPlane'
  | 'ClusterObservabilityPlane';

const DEFAULT_NAME = 'default';

function isCluster(served: ServedPlaneKind): boolean {
  return planeKindInfo(served.kind).scope === 'Cluster';
}

/** The kinds of observability plane that planes of a kind may refer to. */
export function allowedKinds(served: ServedPlaneKind): ObservabilityKind[] {
  if (isCluster(served)) {
    return ['ClusterObservabilityPlane'];
  }
  // A mere name always meant one of the same scope.
  return served.observabilityPlaneRefIsString
    ? ['ObservabilityPlane']
    : ['ObservabilityPlane', 'ClusterObservabilityPlane'];
}

/** The observability planes that a plane may refer to: of its own namespace, and of cluster scope. */
export function observabilityChoices(
  served: ServedPlaneKind,
  namespace: string | undefined,
  planes: readonly PlaneLink[],
): PlaneLink[] {
  return allowedKinds(served).flatMap(kind =>
    planes.filter(
      ({ ref }) =>
        ref.kind === kind &&
        (kind === 'ClusterObservabilityPlane' || ref.namespace === namespace),
    ),
  );
}

/** What a choice is called: its resource, and its title where that says more. */
export function choiceLabel({ ref, title }: PlaneLink): string {
  const name = formatPlaneRef(ref);
  return title === ref.name ? name : `${title} (${name})`;
}

/** The kinds among which OpenChoreo looks for a default, in order. */
function defaultKinds(served: ServedPlaneKind): ObservabilityKind[] {
  // Before v1.0, planes of a namespace had no default outside it.
  const isBeforeV1 = hasField(served, 'clusterAgent.clientCA.secretRef');
  return isBeforeV1 ? allowedKinds(served).slice(0, 1) : allowedKinds(served);
}

/** Which observability plane a plane gets that names none, in a sentence. */
export function defaultText(
  served: ServedPlaneKind,
  namespace: string | undefined,
  planes: readonly PlaneLink[],
): string {
  const kinds = defaultKinds(served);
  const candidates = observabilityChoices(served, namespace, planes).filter(
    ({ ref }) => ref.name === DEFAULT_NAME,
  );
  const [found] = kinds.flatMap(kind =>
    candidates.filter(({ ref }) => ref.kind === kind),
  );
  const places = kinds.map(kind =>
    kind === 'ObservabilityPlane'
      ? `in ${namespace ? `namespace ${namespace}` : 'its namespace'}`
      : 'of cluster scope',
  );
  const rule = `A plane that names none gets the one called "${DEFAULT_NAME}" ${places.join(
    ', else the one ',
  )}`;
  return found
    ? `${rule}. Now that is ${choiceLabel(found)}.`
    : `${rule}. There is none that you may see now; without one, logs, metrics and traces of this plane are not collected.`;
}
