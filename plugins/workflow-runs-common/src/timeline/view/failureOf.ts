import { plainName } from '../text/nodeName';
import { failedChildId } from '../text/readableMessage';
import type { Timeline, TimelineRow } from '../types';

/** What explains why a run failed. @public */
export interface TimelineFailure {
  /** The row to look at: a task, the last attempt at one, or the group that failed by itself. */
  readonly row: TimelineRow;
  /** How often it was tried; 1 without retries. */
  readonly attempts: number;
  readonly exitCode?: number;
  /** `integration-tests failed after 3 attempts: exit code 1`. */
  readonly message: string;
}

type Failed = (row: TimelineRow) => boolean;

function childrenOf(rows: readonly TimelineRow[]) {
  const children = new Map<string | undefined, TimelineRow[]>();
  for (const row of rows) {
    const list = children.get(row.parentId);
    if (row.folded) {
      continue;
    }
    if (list) {
      list.push(row);
    } else {
      children.set(row.parentId, [row]);
    }
  }
  return children;
}

const hasFailed: Failed = ({ phase }) =>
  phase === 'Failed' || phase === 'Error';

/** Of rows that are known without their retry, an attempt that a later one made good. */
function superseded(rows: readonly TimelineRow[]): Failed {
  const latest = new Map<string, number>();
  const stepOf = ({ node }: TimelineRow) =>
    node.displayName.replace(/\(\d+\)$/, '');
  for (const row of rows) {
    if (row.attempt !== undefined) {
      const step = stepOf(row);
      latest.set(step, Math.max(latest.get(step) ?? 0, row.attempt));
    }
  }
  return row =>
    row.attempt !== undefined && (latest.get(stepOf(row)) ?? 0) > row.attempt;
}

/** The one whose failure came first: the others may have failed because of it. */
function first(rows: readonly TimelineRow[]): TimelineRow | undefined {
  return rows.reduce<TimelineRow | undefined>(
    (best, row) =>
      best === undefined || (row.end ?? Infinity) < (best.end ?? Infinity)
        ? row
        : best,
    undefined,
  );
}

/** The row below that made it fail. Argo names it, which matters where the failure of others was allowed. */
function cause(
  row: TimelineRow,
  below: readonly TimelineRow[],
  byId: ReadonlyMap<string, TimelineRow>,
): TimelineRow | undefined {
  const failed = below.filter(hasFailed);
  if (row.kind === 'retry') {
    return failed[failed.length - 1];
  }
  const blamed = byId.get(failedChildId(row.node.message) ?? '');
  return (
    failed.find(
      ({ id, node }) =>
        blamed !== undefined &&
        (id === blamed.id || node.name.startsWith(`${blamed.node.name}(`)),
    ) ?? first(failed)
  );
}

/**
 * Finds what made a run fail: down from the root that failed to the task that explains it.
 *
 * @returns undefined where nothing failed, or the run succeeded in spite of it
 * @public
 */
export function failureOf({
  rows,
}: Pick<Timeline, 'rows'>): TimelineFailure | undefined {
  const children = childrenOf(rows);
  const byId = new Map(rows.map(row => [row.id, row]));
  const roots = children.get(undefined) ?? [];
  const isSuperseded = superseded(roots);
  const failed = roots.filter(row => hasFailed(row) && !isSuperseded(row));
  const root = first(failed.filter(({ role }) => !role)) ?? first(failed);
  if (!root) {
    return undefined;
  }
  let row = root;
  let step: TimelineRow | undefined;
  let attempts = root.attempt ?? 1;
  for (
    let next: TimelineRow | undefined = root;
    next;
    next = cause(row, children.get(row.id) ?? [], byId)
  ) {
    row = next;
    if (row.kind === 'retry') {
      step = row;
      attempts = (children.get(row.id) ?? []).length;
    }
  }
  return {
    row,
    attempts,
    ...exitCodeOf(row),
    message: sentence(row, step, attempts),
  };
}

function exitCodeOf({ node }: TimelineRow): { exitCode?: number } {
  return node.exitCode === undefined ? {} : { exitCode: node.exitCode };
}

function sentence(
  row: TimelineRow,
  retry: TimelineRow | undefined,
  attempts: number,
): string {
  if (row.kind === 'ghost') {
    return `${row.title} was ${row.reason}`;
  }
  const why = row.reason === undefined ? '' : `: ${row.reason}`;
  const tried = attempts > 1 ? ` after ${attempts} attempts` : '';
  if (retry && row.parentId !== retry.id) {
    return `${retry.title} failed${tried}: ${row.title}${why}`;
  }
  // Of tasks alone, the title tells the attempt.
  const alone = attempts > 1 ? plainName(row.node.displayName) : row.title;
  return `${retry?.title ?? alone} failed${tried}${why}`;
}
