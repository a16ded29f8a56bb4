import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { CurrentFleet } from '../planes';

/** Planes that a lint looks at: enough to count, not the whole fleet. */
const MAX_RELATED = 500;

/** The planes around one that is to be. */
export interface RelatedPlanes {
  /** Those that a lint may name to the caller. */
  readonly planes: readonly Plane[];
  /** How many others share its agents that the caller may not see. */
  readonly hiddenSharing: number;
  /** Whether its name is that of a plane that the caller may not see. */
  readonly hiddenNamesake: boolean;
}

/** What {@link relatedPlanes} needs. */
export interface RelatedPlanesOptions {
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly isVisible: (plane: Plane) => boolean;
  /** The plane that is changed; undefined for a new one. */
  readonly current?: Plane;
}

/** The planes that matter to a plane that is to be. */
export function relatedPlanes(
  plane: Plane,
  options: RelatedPlanesOptions,
): RelatedPlanes {
  const { inventory, isVisible, current } = options;
  const fleet = options.fleet.get();
  const sharing = fleet.sharing(plane);
  const visibleSharing = sharing.filter(isVisible);
  const namesake = current ? undefined : inventory.get(plane.ref);
  const related = [
    ...visibleSharing.slice(0, MAX_RELATED),
    ...fleet.agentCASharedWith(plane, MAX_RELATED).filter(isVisible),
    ...(namesake && isVisible(namesake) ? [namesake] : []),
    ...observabilityPlanes(plane, options),
  ];
  return {
    planes: [...new Map(related.map(other => [other.uid, other])).values()],
    hiddenSharing: sharing.length - visibleSharing.length,
    hiddenNamesake: namesake !== undefined && !isVisible(namesake),
  };
}

/** Of an observability plane that the caller may not see, no more is left than that it exists. */
function observabilityPlanes(
  plane: Plane,
  { inventory, fleet, isVisible }: RelatedPlanesOptions,
): Plane[] {
  const resolution = fleet.get().observabilityPlane(plane);
  const target =
    'ref' in resolution ? inventory.get(resolution.ref) : undefined;
  if (!target) {
    return [];
  }
  return [
    isVisible(target) ? target : { ...target, agentCA: { source: 'none' } },
  ];
}
