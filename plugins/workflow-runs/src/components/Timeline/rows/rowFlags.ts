import type { TimelineRow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { isGroup } from './isGroup';
import type { RowTree } from './RowTree';

/** A wait shorter than this share of the run is not worth a look, nor one below a second. */
const NOTABLE_SHARE = 0.01;
const NOTABLE_MS = 1000;

/** Which rows failed, and which waited; by their numbers. */
export interface RowFlags {
  /** They failed by themselves, not only because of a row below them. */
  readonly failed: ReadonlySet<number>;
  /** They waited notably, or wait now. */
  readonly waiting: ReadonlySet<number>;
}

/** How long a row waited for its pod; milliseconds. */
export function waitedMs(row: Pick<TimelineRow, 'segments'>): number {
  return row.segments.reduce(
    (sum, { kind, start, end }) =>
      kind === 'waiting' ? sum + end - start : sum,
    0,
  );
}

function waits(row: TimelineRow): boolean {
  return row.open && row.segments.at(-1)?.kind === 'waiting';
}

/** @param elapsedMs - of the whole run */
export function rowFlags(tree: RowTree, elapsedMs: number): RowFlags {
  const { rows } = tree;
  const notable = Math.max(NOTABLE_MS, elapsedMs * NOTABLE_SHARE);
  const failed = new Set<number>();
  const waiting = new Set<number>();
  /** Rows below which one failed. */
  const aroundFailed = new Set<number>();
  for (let number = rows.length - 1; number >= 0; number--) {
    const { row, parent } = rows[number];
    const isFailed = row.phase === 'Failed' || row.phase === 'Error';
    if (isFailed && !aroundFailed.has(number)) {
      failed.add(number);
    }
    if (isFailed || aroundFailed.has(number)) {
      aroundFailed.add(parent);
    }
    if (!isGroup(row) && (waits(row) || waitedMs(row) >= notable)) {
      waiting.add(number);
    }
  }
  return { failed, waiting };
}
