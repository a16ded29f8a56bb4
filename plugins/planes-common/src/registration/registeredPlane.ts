import { PlaneRegistration } from './PlaneRegistration';
import { ServedPlaneKind } from './ServedPlaneKind';

/**
 * Reads the resource of a plane as the registration that makes it.
 *
 * @remarks
 * Only fields that a registration has; keys, credentials and anything else stay behind. Values are as the resource has
 * them, even where a registration may not have them; where they are of another type, they are left out.
 *
 * @returns undefined for an object that is no plane, or whose agents are not configured as since v0.9
 * @public
 */
export function registrationOfResource(
  object: unknown,
  options: { controlPlane: string },
): Partial<PlaneRegistration> | undefined {
  throw new Error(`Not written yet: ${typeof object} ${options.controlPlane}`);
}

/**
 * The resource with what a registration says of it, and all else as it was: labels, further annotations, finalizers,
 * fields of `spec` that registrations do not have, `resourceVersion`.
 *
 * @param object - the resource as the API server gave it; not changed
 * @public
 */
export function applyRegistration(
  object: object,
  registration: PlaneRegistration,
  served: ServedPlaneKind,
): object {
  throw new Error(
    `Not written yet: ${typeof object} ${registration.name} ${served.kind}`,
  );
}
