import { useCallback, useMemo, useState } from 'react';

/**
 * What is shown of a list that must not move.
 *
 * @public
 */
export interface HeldItems<T> {
  items: readonly T[];
  /** How many items would come, go or move if it were allowed to. */
  waiting: number;
}

/**
 * Options of {@link useHeldList}.
 *
 * @public
 */
export interface HeldListOptions<T> {
  /** The same array for as long as nothing changed. */
  latest: readonly T[];
  /** What the items are a list of; another one is shown at once. */
  list: unknown;
  /** The latest items in the places that the shown ones have; a function that is always the same. */
  hold: (shown: readonly T[], latest: readonly T[]) => HeldItems<T>;
}

/**
 * A list that stays in its places while somebody is about to click in it.
 *
 * @public
 */
export interface HeldList<T> extends HeldItems<T> {
  /** Somebody points at the list. */
  hold: () => void;
  release: () => void;
  /** Shows the latest items, also while the list is held. */
  update: () => void;
}

/**
 * Keeps the items of a list in their places from `hold` to `release`.
 *
 * @public
 */
export function useHeldList<T>(options: HeldListOptions<T>): HeldList<T> {
  const { latest, list, hold } = options;
  const [held, setHeld] = useState(false);
  const [shown, setShown] = useState({ items: latest, list });
  const isHeld = held && shown.list === list;
  if (!isHeld && (shown.items !== latest || shown.list !== list)) {
    setShown({ items: latest, list });
  }
  const current = useMemo(
    () => (isHeld ? hold(shown.items, latest) : { items: latest, waiting: 0 }),
    [isHeld, hold, shown, latest],
  );
  return {
    ...current,
    hold: useCallback(() => setHeld(true), []),
    release: useCallback(() => setHeld(false), []),
    update: () => setShown({ items: latest, list }),
  };
}
