import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useMemo, useState } from 'react';
import { RowFlags, rowFlags } from '../rows/rowFlags';
import { RowTree } from '../rows/RowTree';
import { RowFilter, visibleRows, VisibleRows } from '../rows/visibleRows';
import { useCollapsed } from './useCollapsed';

const NO_FILTER: RowFilter = { text: '', failed: false, waiting: false };

export interface Rows {
  readonly tree: RowTree;
  readonly flags: RowFlags;
  readonly visible: VisibleRows;
  readonly filter: RowFilter;
  readonly changeFilter: (change: Partial<RowFilter>) => void;
  readonly clearFilter: () => void;
  readonly collapsed: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly onExpandAll?: () => void;
  readonly onCollapseAll?: () => void;
  /** How many rows there are, or pass the filter. */
  readonly countText: string;
  /** How many rows pass the filter; empty without one. */
  readonly matchText: string;
}

/** Which rows of a timeline are shown. */
export function useRows(
  timeline: Timeline,
  selectedId: string | undefined,
): Rows {
  const tree = useMemo(() => RowTree.of(timeline.rows), [timeline]);
  const flags = useMemo(
    () => rowFlags(tree, timeline.end - timeline.start),
    [tree, timeline],
  );
  const [filter, setFilter] = useState(NO_FILTER);
  const changeFilter = useCallback(
    (change: Partial<RowFilter>) =>
      setFilter(current => ({ ...current, ...change })),
    [],
  );
  const { collapsed, toggle, setAll } = useCollapsed(tree, selectedId);
  const visible = useMemo(
    () => visibleRows(tree, flags, { filter, collapsed }),
    [tree, flags, filter, collapsed],
  );
  const all = tree.rows.length;
  const { matches } = visible;
  const matchText = matches ? `${matches.size} of ${countOf(all, 'node')}` : '';
  const hasParents = tree.rows.some(({ row }) => row.descendants > 0);
  return {
    tree,
    flags,
    visible,
    filter,
    changeFilter,
    clearFilter: () => setFilter(NO_FILTER),
    collapsed,
    toggle,
    countText: matchText || countOf(all, 'node'),
    matchText,
    ...(hasParents &&
      !matches && {
        onExpandAll: () => setAll(false),
        onCollapseAll: () => setAll(true),
      }),
  };
}
