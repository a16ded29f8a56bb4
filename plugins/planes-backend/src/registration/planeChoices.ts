import type {
  ControlPlaneKinds,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneLinks } from '../planes';

const MAX_PLANE_IDS = 200;
const MAX_CHOICES = 500;

/** What planes that are there offer to others for their fields. */
export type PlaneChoices = Pick<
  ControlPlaneKinds,
  'planeIDs' | 'secretStores' | 'observabilityPlanes'
>;

/**
 * What to offer for the fields of a plane that is to be registered.
 *
 * @param planes - of one control plane; those that the caller may see
 */
export function choicesOf(
  planes: readonly Plane[],
  links: PlaneLinks,
): PlaneChoices {
  const stores = planes.flatMap(({ secretStore }) => secretStore ?? []);
  return {
    planeIDs: planeIDsOf(planes),
    secretStores: [...new Set(stores)].sort().slice(0, MAX_CHOICES),
    observabilityPlanes: planes
      .filter(({ planeType }) => planeType === 'observability')
      .slice(0, MAX_CHOICES)
      .map(plane => links.link(plane)),
  };
}

/** Those that agents use, most used first. */
function planeIDsOf(planes: readonly Plane[]): PlaneChoices['planeIDs'] {
  const counts = new Map<string, PlaneChoices['planeIDs'][number]>();
  for (const { access, gatewayPlaneType, planeID, planeIDValid } of planes) {
    if (access === 'agent' && planeIDValid) {
      const key = `${gatewayPlaneType}/${planeID}`;
      const known = counts.get(key) ?? { gatewayPlaneType, planeID, planes: 0 };
      counts.set(key, { ...known, planes: known.planes + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.planes - a.planes || (a.planeID < b.planeID ? -1 : 1))
    .slice(0, MAX_PLANE_IDS);
}
