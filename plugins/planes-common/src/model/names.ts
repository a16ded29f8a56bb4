import { Plane, PlaneRef } from './plane';

/**
 * A plane reference for a person: `DataPlane acme/eu-west` or `ClusterDataPlane default`.
 *
 * @remarks
 * The control plane is not part of it; add it where planes of several are shown together.
 *
 * @public
 */
export function formatPlaneRef(ref: PlaneRef): string {
  const name =
    ref.namespace === undefined ? ref.name : `${ref.namespace}/${ref.name}`;
  return `${ref.kind} ${name}`;
}

/** What to call a plane: its display name, else the name of its resource. @public */
export function planeTitle(plane: Plane): string {
  return plane.displayName ?? plane.ref.name;
}
