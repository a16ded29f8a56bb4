import type {
  Fleet,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { InventoryChange } from '@openchoreo-planes/backstage-plugin-planes-node';

/**
 * The planes whose entities a batch of changes can alter: those that changed, those that begin or cease to share
 * agents with them, and those whose observability plane they are or were.
 *
 * @param fleets - the fleet before and after
 */
export function affectedPlanes(
  changes: readonly InventoryChange[],
  fleets: readonly Fleet[],
): Set<Plane> {
  const affected = new Set<Plane>();
  for (const plane of changes.flatMap(changedPlanes)) {
    affected.add(plane);
    for (const fleet of fleets) {
      // Sharing begins and ends with one other plane; from the second on nothing changes for anyone else.
      for (const other of fleet.sharing(plane, 1)) {
        affected.add(other);
      }
      for (const observed of fleet.observes(plane)) {
        affected.add(observed);
      }
    }
  }
  return affected;
}

/** The planes of a change that can alter entities, as they were and as they are. */
function changedPlanes(change: InventoryChange): Plane[] {
  switch (change.type) {
    case 'added':
    case 'removed':
      return [change.plane];
    case 'changed':
      return change.aspect === 'spec' ? [change.previous, change.plane] : [];
    default:
      return [];
  }
}
