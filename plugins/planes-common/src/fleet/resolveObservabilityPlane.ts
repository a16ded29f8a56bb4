import { planeKindInfo, PlaneKind } from '../model/kinds';
import { formatPlaneRef } from '../model/names';
import { ObservabilityPlaneResolution } from '../model/observabilityPlaneResolution';
import { ObservabilityPlaneRef, Plane, PlaneRef } from '../model/plane';

const DEFAULT_NAME = 'default';

/** What the resolution needs to know about other planes. */
export interface PlaneLookup {
  exists(ref: PlaneRef): boolean;
  /** False where planes of this kind could not be listed, so that absence proves nothing. */
  isKnown(controlPlane: string, kind: PlaneKind): boolean;
}

function inNamespaceOf(plane: Plane, name: string): PlaneRef {
  const { controlPlane, namespace } = plane.ref;
  return { controlPlane, kind: 'ObservabilityPlane', namespace, name };
}

function clusterWide(plane: Plane, name: string): PlaneRef {
  const { controlPlane } = plane.ref;
  return { controlPlane, kind: 'ClusterObservabilityPlane', name };
}

function byDefault(
  plane: Plane,
  lookup: PlaneLookup,
): ObservabilityPlaneResolution {
  const candidates: PlaneRef[] = [];
  if (plane.ref.namespace !== undefined) {
    candidates.push(inNamespaceOf(plane, DEFAULT_NAME));
  }
  // Releases with build planes gave a namespaced plane no default outside its namespace.
  if (plane.ref.kind !== 'BuildPlane') {
    candidates.push(clusterWide(plane, DEFAULT_NAME));
  }
  const ref = candidates.find(candidate => lookup.exists(candidate));
  return ref ? { status: 'default', ref } : { status: 'none' };
}

function target(
  plane: Plane,
  wanted: ObservabilityPlaneRef,
): PlaneRef | { problem: string } {
  const isCluster = planeKindInfo(plane.ref.kind).scope === 'Cluster';
  // Without a kind, OpenChoreo took the kind of the referring plane's own scope.
  const kind =
    wanted.kind ??
    (isCluster ? 'ClusterObservabilityPlane' : 'ObservabilityPlane');
  if (kind === 'ClusterObservabilityPlane') {
    return clusterWide(plane, wanted.name);
  }
  if (kind !== 'ObservabilityPlane') {
    return {
      problem: `${formatPlaneRef(plane.ref)} refers to '${
        wanted.name
      }' of kind '${kind}', which is no kind of observability plane.`,
    };
  }
  if (isCluster) {
    return {
      problem: `${formatPlaneRef(plane.ref)} refers to ObservabilityPlane '${
        wanted.name
      }', but a ${
        plane.ref.kind
      } can only refer to a ClusterObservabilityPlane.`,
    };
  }
  return inNamespaceOf(plane, wanted.name);
}

/** Finds the observability plane of a plane as OpenChoreo's controllers do. */
export function resolveObservabilityPlane(
  plane: Plane,
  lookup: PlaneLookup,
): ObservabilityPlaneResolution {
  if (plane.planeType === 'observability') {
    return { status: 'not-applicable' };
  }
  const wanted = plane.observabilityPlaneRef;
  if (!wanted) {
    return byDefault(plane, lookup);
  }
  const ref = target(plane, wanted);
  if ('problem' in ref) {
    return { status: 'dangling', wanted, message: ref.problem };
  }
  if (lookup.exists(ref) || !lookup.isKnown(plane.ref.controlPlane, ref.kind)) {
    return { status: 'explicit', ref };
  }
  return {
    status: 'dangling',
    wanted,
    message: `${formatPlaneRef(plane.ref)} refers to ${formatPlaneRef(
      ref,
    )}, which does not exist.`,
  };
}
