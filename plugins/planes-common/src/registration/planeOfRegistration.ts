import { Plane } from '../model/plane';
import { parsePlane } from '../parse/parsePlane';
import { buildPlaneManifest } from './planeManifest';
import { PlaneRegistration } from './PlaneRegistration';
import { ServedPlaneKind } from './ServedPlaneKind';

/**
 * The plane that a registration would make, for those that decide or compare by planes; undefined while its control
 * plane, kind, name or namespace is missing or wrong.
 *
 * @remarks
 * Its `uid` and `resourceVersion` stand in for those that the API server will give.
 *
 * @public
 */
export function planeOfRegistration(
  registration: Partial<PlaneRegistration>,
  served: ServedPlaneKind,
): Plane | undefined {
  const { controlPlane, kind, name } = registration;
  if (controlPlane === undefined || kind === undefined || name === undefined) {
    return undefined;
  }
  const manifest = buildPlaneManifest({ ...registration, kind, name }, served);
  const metadata = {
    ...manifest.metadata,
    uid: 'unregistered',
    resourceVersion: '0',
  };
  const result = parsePlane({ ...manifest, metadata }, { controlPlane });
  return result.ok ? result.plane : undefined;
}
