import { PlaneRef } from './plane';

/** One string per reference, for use as a key. None of its parts can hold the separator. */
export function planeKey(ref: PlaneRef): string {
  return `${ref.controlPlane}\u0000${ref.kind}\u0000${
    ref.namespace ?? ''
  }\u0000${ref.name}`;
}
