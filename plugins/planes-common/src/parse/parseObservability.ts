import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { ObservabilityPlaneRef } from '../model/plane';
import { asFields, Fields, readText } from './readers';

/** The observability plane that a resource refers to. */
export function parseObservabilityPlaneRef(
  spec: Fields,
): ObservabilityPlaneRef | undefined {
  // A string from v0.8 to v0.14, an object since.
  const fields = asFields(spec.observabilityPlaneRef) ?? {
    name: spec.observabilityPlaneRef,
  };
  const name = readText(fields.name, 253);
  return name === undefined
    ? undefined
    : { kind: readText(fields.kind, 63), name };
}

/** What is wrong with a reference by itself, whatever other planes there are. */
export function observabilityPlaneRefFindings(
  ref: ObservabilityPlaneRef | undefined,
  info: PlaneKindInfo,
): Finding[] {
  const isCluster = info.scope === 'Cluster';
  if (
    ref?.kind === undefined ||
    ref.kind === 'ClusterObservabilityPlane' ||
    (ref.kind === 'ObservabilityPlane' && !isCluster)
  ) {
    return [];
  }
  return [
    {
      code: 'observability-plane-kind-invalid',
      severity: 'error',
      field: 'spec.observabilityPlaneRef.kind',
      message: `A ${info.kind} cannot refer to "${ref.name}" of kind "${ref.kind}" as its observability plane.`,
      remedy: isCluster
        ? 'Refer to a ClusterObservabilityPlane.'
        : 'Refer to an ObservabilityPlane in the same namespace or to a ClusterObservabilityPlane.',
    },
  ];
}
