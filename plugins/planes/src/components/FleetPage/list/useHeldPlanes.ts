import { useMemo, useState } from 'react';
import { HeldPlanes, holdPlanes } from './holdPlanes';
import { PlacedPlane } from './placePlanes';

/** Planes that stay in their places while somebody is about to click one. */
export interface HeldList extends HeldPlanes {
  hold: () => void;
  release: () => void;
  /** Shows the latest order, also while it is held. */
  update: () => void;
}

/**
 * Keeps planes in their places from `hold` to `release`.
 *
 * @param latest - the same array for as long as nothing changed
 * @param list - what the planes are a list of; another one is shown at once
 */
export function useHeldPlanes(
  latest: readonly PlacedPlane[],
  list: unknown,
): HeldList {
  const [held, setHeld] = useState(false);
  const [shown, setShown] = useState({ placed: latest, list });
  const isHeld = held && shown.list === list;
  if (!isHeld && (shown.placed !== latest || shown.list !== list)) {
    setShown({ placed: latest, list });
  }
  const planes = useMemo(
    () =>
      isHeld
        ? holdPlanes(shown.placed, latest)
        : { placed: latest, waiting: 0 },
    [isHeld, shown, latest],
  );
  return {
    ...planes,
    hold: () => setHeld(true),
    release: () => setHeld(false),
    update: () => setShown({ placed: latest, list }),
  };
}
