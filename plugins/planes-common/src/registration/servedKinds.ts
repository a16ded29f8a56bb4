import { PlaneKindInfo } from '../model/kinds';
import { ServedPlaneKind } from './ServedPlaneKind';

/**
 * Reads the plane kinds out of the OpenAPI v3 document of `openchoreo.dev/v1alpha1`.
 *
 * @param document - anything; kinds without a schema are left out
 * @param infos - the kinds that discovery says are served
 * @public
 */
export function servedPlaneKinds(
  document: unknown,
  infos: Iterable<PlaneKindInfo>,
): ServedPlaneKind[] {
  throw new Error(`Not written yet: ${typeof document} ${typeof infos}`);
}
