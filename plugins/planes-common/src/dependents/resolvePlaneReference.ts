import { PlaneRef } from '../model/plane';
import { asFields, readName } from '../parse/readers';

/** The namespaced kind of planes of one purpose; the Cluster form belongs to it. @public */
export type PlaneFamily = 'DataPlane' | 'WorkflowPlane' | 'BuildPlane';

/** A reference to a plane, as a resource of the control plane states it. @public */
export interface PlaneReference {
  readonly controlPlane: string;
  /** The namespace of the resource; undefined for cluster-scoped ones. */
  readonly namespace?: string;
  /** What it may refer to; the first that has a default plane gives the default. */
  readonly families: readonly [PlaneFamily, ...PlaneFamily[]];
  /** The value of the field, of whatever shape. */
  readonly value: unknown;
}

/** What a field of a resource refers to. @public */
export type PlaneFieldReference = Pick<PlaneReference, 'families' | 'value'>;

/** The plane that a reference leads to. @public */
export interface ResolvedPlaneReference {
  readonly ref: PlaneRef;
  /** The reference names the plane; else it is the default. */
  readonly explicit: boolean;
}

const DEFAULT_NAME = 'default';

/** The planes of a name that the resource may refer to, the nearest first. */
function candidates(
  reference: PlaneReference,
  family: PlaneFamily,
  name: string,
): [PlaneRef, ...PlaneRef[]] {
  const { controlPlane, namespace } = reference;
  const clusterWide: PlaneRef = {
    controlPlane,
    kind: `Cluster${family}`,
    name,
  };
  return namespace === undefined
    ? [clusterWide]
    : [{ controlPlane, kind: family, namespace, name }, clusterWide];
}

function named(
  reference: PlaneReference,
  kind: unknown,
  name: string,
): PlaneRef | undefined {
  const possible = reference.families.map(family =>
    candidates(reference, family, name),
  );
  // Without a kind, OpenChoreo took the kind of the referring resource's own scope.
  return kind === undefined
    ? possible[0][0]
    : possible.flat().find(ref => ref.kind === kind);
}

/**
 * Finds the plane that a reference leads to, as OpenChoreo's controllers do.
 *
 * @param isPresent - whether a plane exists
 * @returns undefined where it leads to none, or cannot be understood
 * @public
 */
export function resolvePlaneReference(
  reference: PlaneReference,
  isPresent: (ref: PlaneRef) => boolean,
): ResolvedPlaneReference | undefined {
  const value = reference.value ?? '';
  if (value === '') {
    const ref = reference.families
      .flatMap(family => candidates(reference, family, DEFAULT_NAME))
      .find(isPresent);
    return ref && { ref, explicit: false };
  }
  // A string before v0.15, an object since.
  const fields = asFields(value) ?? { name: value };
  const name = readName(fields.name);
  const ref =
    name === undefined ? undefined : named(reference, fields.kind, name);
  return ref && { ref, explicit: true };
}
