const PLANE_ID = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Tells whether a planeID follows the rules of the CRDs: a DNS label of at most 63 characters.
 *
 * @remarks
 * Only a valid planeID may become part of a gateway URL.
 *
 * @public
 */
export function isValidPlaneID(id: string): boolean {
  return id.length <= 63 && PLANE_ID.test(id);
}
