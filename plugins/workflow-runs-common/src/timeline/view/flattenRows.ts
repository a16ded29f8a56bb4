import type { Timeline, TimelineRow } from '../types';

/**
 * The rows that are shown, from top to bottom: without folded wrappers, and without what lies below a collapsed row.
 *
 * @param collapsed - ids of rows; those that no row has do not matter
 * @public
 */
export function flattenRows(
  { rows }: Pick<Timeline, 'rows'>,
  collapsed: ReadonlySet<string>,
): TimelineRow[] {
  const shown: TimelineRow[] = [];
  let hiddenBelow = Infinity;
  for (const row of rows) {
    if (row.depth > hiddenBelow) {
      continue;
    }
    hiddenBelow = Infinity;
    if (row.folded) {
      continue;
    }
    shown.push(row);
    if (collapsed.has(row.id)) {
      hiddenBelow = row.depth;
    }
  }
  return shown;
}
