import { HeldItems } from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlacedPlane } from './placePlanes';

/**
 * The latest planes in the places that the shown ones have.
 *
 * @remarks
 * Those that would appear, vanish or move to another group are waiting. A plane that is gone stays as it was, and one that came since stands at the end of the list.
 */
export function holdPlanes(
  shown: readonly PlacedPlane[],
  latest: readonly PlacedPlane[],
): HeldItems<PlacedPlane> {
  const places = new Map(latest.map(({ plane }, at) => [plane.uid, at]));
  const known = new Set(shown.map(({ plane }) => plane.uid));
  let waiting = 0;
  let lastPlace = -1;
  const placed = shown.map(({ plane, group }) => {
    const place = places.get(plane.uid);
    const now = place === undefined ? undefined : latest[place];
    lastPlace = Math.max(lastPlace, place ?? -1);
    waiting += now?.group.key === group.key ? 0 : 1;
    return { plane: now?.plane ?? plane, group };
  });
  latest.forEach((item, place) => {
    if (!known.has(item.plane.uid)) {
      placed.push(item);
      // What lies behind all that is shown has only been loaded since.
      waiting += place < lastPlace ? 1 : 0;
    }
  });
  return { items: placed, waiting };
}
