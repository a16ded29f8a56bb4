import { flattenRows } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RowFlags } from './rowFlags';
import type { RowTree, ShownRow } from './RowTree';

/** Which rows are wanted. Where nothing is set, all of them are. */
export interface RowFilter {
  /** Words that must all occur; case is ignored. */
  readonly text: string;
  readonly failed: boolean;
  readonly waiting: boolean;
}

/** The rows in their order on the screen. */
export interface VisibleRows {
  /** Their numbers in the tree. */
  readonly numbers: readonly number[];
  /** Those that a filter lets through; undefined without a filter. The others are around them. */
  readonly matches?: ReadonlySet<number>;
}

function isFiltering(filter: RowFilter): boolean {
  return filter.text.trim() !== '' || filter.failed || filter.waiting;
}

function searchText({ row }: ShownRow): string {
  const { templateName, message } = row.node;
  return [row.title, row.phase, templateName, message, row.reason]
    .join(' ')
    .toLowerCase();
}

/** What Argo calls a node, which somebody may have copied. */
function isNamed({ row }: ShownRow, name: string): boolean {
  return row.id === name || row.node.name === name;
}

function matching(tree: RowTree, flags: RowFlags, filter: RowFilter) {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = new Set<number>();
  tree.rows.forEach((shown, number) => {
    if (
      (filter.failed && !flags.failed.has(number)) ||
      (filter.waiting && !flags.waiting.has(number))
    ) {
      return;
    }
    const text = words.length > 0 ? searchText(shown) : '';
    if (
      words.every(word => text.includes(word)) ||
      isNamed(shown, filter.text.trim())
    ) {
      matches.add(number);
    }
  });
  return matches;
}

/** What a filter lets through, with the rows around it. */
function filtered(tree: RowTree, matches: ReadonlySet<number>): number[] {
  const wanted = new Set<number>();
  for (const match of matches) {
    for (
      let number = match;
      number >= 0 && !wanted.has(number);
      number = tree.rows[number].parent
    ) {
      wanted.add(number);
    }
  }
  return [...wanted].sort((a, b) => a - b);
}

/** The rows to show. A filter finds what is within collapsed rows, too. */
export function visibleRows(
  tree: RowTree,
  flags: RowFlags,
  options: { filter: RowFilter; collapsed: ReadonlySet<string> },
): VisibleRows {
  const { filter, collapsed } = options;
  if (!isFiltering(filter)) {
    const rows = flattenRows(
      { rows: tree.rows.map(({ row }) => row) },
      collapsed,
    );
    return { numbers: rows.flatMap(({ id }) => tree.numberOf(id) ?? []) };
  }
  const matches = matching(tree, flags, filter);
  return { numbers: filtered(tree, matches), matches };
}
