import {
  RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export interface GridFocus {
  /** The row that Tab leads to, among the visible ones. */
  readonly active: number;
  /** Makes another row that, without moving the focus. */
  readonly activate: (index: number) => void;
  /** Moves the focus to another row. */
  readonly focus: (index: number) => void;
}

/**
 * The one row of a grid that Tab leads to.
 *
 * @param idOf - of a visible row; rows may move while it stays
 * @param fallback - the row that it is before anybody has been in the grid
 */
export function useGridFocus(
  gridRef: RefObject<HTMLElement>,
  options: {
    indexOf: (id: string | undefined) => number;
    idOf: (index: number) => string | undefined;
    fallback: number;
  },
): GridFocus {
  const { indexOf, idOf, fallback } = options;
  const [activeId, setActiveId] = useState<string>();
  const wanted = useRef(false);
  const known = indexOf(activeId);
  const active = known >= 0 ? known : Math.max(0, fallback);

  const activate = useCallback(
    (index: number) => setActiveId(idOf(index)),
    [idOf],
  );
  const focus = useCallback(
    (index: number) => {
      wanted.current = true;
      setActiveId(idOf(index));
    },
    [idOf],
  );
  useLayoutEffect(() => {
    if (wanted.current) {
      wanted.current = false;
      gridRef.current
        ?.querySelector<HTMLElement>(`[data-index="${active}"]`)
        ?.focus({ preventScroll: true });
    }
  });
  return { active, activate, focus };
}
