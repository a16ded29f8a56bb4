import { useCallback, useState } from 'react';
import type { RowTree } from '../rows/RowTree';

export interface Collapsed {
  /** The ids of rows whose children are not shown. */
  readonly collapsed: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Closes all rows but those at the top, or opens all. */
  readonly setAll: (collapse: boolean) => void;
}

/** Which rows are closed. To select a row opens those around it, once. */
export function useCollapsed(
  tree: RowTree,
  selectedId: string | undefined,
): Collapsed {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [revealed, setRevealed] = useState<string>();
  const selected = tree.numberOf(selectedId);
  if (selected !== undefined && selectedId !== revealed) {
    setRevealed(selectedId);
    const around = tree.ancestorsOf(selected);
    if (around.some(id => collapsed.has(id))) {
      const rest = new Set(collapsed);
      around.forEach(id => rest.delete(id));
      setCollapsed(rest);
    }
  }
  const toggle = useCallback(
    (id: string) =>
      setCollapsed(current => {
        const next = new Set(current);
        if (!next.delete(id)) {
          next.add(id);
        }
        return next;
      }),
    [],
  );
  const setAll = useCallback(
    (collapse: boolean) => {
      const ids = tree.rows
        .filter(({ row }) => collapse && row.descendants > 0 && row.depth > 0)
        .map(({ row }) => row.id);
      setCollapsed(new Set(ids));
    },
    [tree],
  );
  return { collapsed, toggle, setAll };
}
