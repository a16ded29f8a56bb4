import type { RowTree } from './RowTree';
import type { VisibleRows } from './visibleRows';

/**
 * Whether a visible row shows what it contains; undefined where it contains nothing that could be shown. A filter decides by
 * itself what is shown below a row.
 *
 * @param index - among the visible rows
 */
export function isExpanded(
  tree: RowTree,
  visible: VisibleRows,
  collapsed: ReadonlySet<string>,
  index: number,
): boolean | undefined {
  const { numbers, matches } = visible;
  const { row } = tree.rows[numbers[index]];
  if (matches) {
    return (
      tree.rows[numbers[index + 1]]?.parent === numbers[index] || undefined
    );
  }
  return row.descendants > 0 ? !collapsed.has(row.id) : undefined;
}
