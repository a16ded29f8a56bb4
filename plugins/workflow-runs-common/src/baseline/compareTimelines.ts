import type { RunBaseline } from '../api/runSchema';
import type { Timeline, TimelineRow } from '../timeline/types';

/** How long a row took, against how long it took elsewhere. @public */
export interface RowDifference {
  readonly rowId: string;
  readonly actualMs: number;
  readonly expectedMs: number;
  /** Above 0 where it took longer. Of a row that still goes on, never below 0. */
  readonly differenceMs: number;
}

/** A timeline against another one, or against the usual. @public */
export interface TimelineComparison {
  /** By the id of the row; rows that have no counterpart are left out. */
  readonly rows: ReadonlyMap<string, RowDifference>;
  /** The task or step that lost the most time; undefined where none lost more than the second to which Argo measures. */
  readonly slowest?: RowDifference;
}

/** What {@link compareTimelines} tells. @public */
export interface TimelinesComparison extends TimelineComparison {
  readonly actualMs: number;
  readonly expectedMs: number;
  readonly differenceMs: number;
  /** Ids of rows that the other timeline does not have. */
  readonly added: readonly string[];
  /** Rows of the other timeline that this one does not have. */
  readonly removed: readonly TimelineRow[];
}

/** Argo's times are whole seconds. */
const RESOLUTION_MS = 1000;

function durationOf({ start, end }: TimelineRow): number | undefined {
  return start === undefined || end === undefined ? undefined : end - start;
}

function differenceOf(
  row: TimelineRow,
  actualMs: number,
  expectedMs: number,
): RowDifference {
  const difference = actualMs - expectedMs;
  return {
    rowId: row.id,
    actualMs,
    expectedMs,
    differenceMs: row.open ? Math.max(0, difference) : difference,
  };
}

/**
 * Whether a row is work of its own: a leaf, or a step with its attempts. Groups only sum up what they contain, and a daemon lasts
 * as long as what it serves.
 */
function isWork({ kind, descendants, folded, daemon }: TimelineRow): boolean {
  return (kind === 'retry' || descendants === 0) && !folded && !daemon;
}

function compareRows(
  rows: readonly TimelineRow[],
  expectedOf: (row: TimelineRow) => number | undefined,
): TimelineComparison {
  const differences = new Map<string, RowDifference>();
  let slowest: RowDifference | undefined;
  for (const row of rows) {
    const actualMs = durationOf(row);
    const expectedMs = expectedOf(row);
    if (actualMs !== undefined && expectedMs !== undefined) {
      const difference = differenceOf(row, actualMs, expectedMs);
      const { differenceMs } = difference;
      differences.set(row.id, difference);
      const least = slowest?.differenceMs ?? RESOLUTION_MS;
      if (isWork(row) && differenceMs > least) {
        slowest = difference;
      }
    }
  }
  return { rows: differences, slowest };
}

/**
 * Compares the tasks of a timeline with how long they usually take. Tasks are known by the name that the control plane writes
 * down, which is what Argo displays.
 *
 * @public
 */
export function compareTimeline(
  { rows }: Pick<Timeline, 'rows'>,
  baseline: Pick<RunBaseline, 'tasks'>,
): TimelineComparison {
  const usual = new Map(
    baseline.tasks.map(({ name, medianMs }) => [name, medianMs]),
  );
  return compareRows(rows, ({ node }) =>
    node.type === 'Pod' ? usual.get(node.displayName) : undefined,
  );
}

/** The rows by their names below the name of the workflow, which differs from run to run: `[0].build` for `run-1[0].build`. */
function byPath(rows: readonly TimelineRow[]): Map<string, TimelineRow> {
  // The root of a workflow has its name as its id.
  const root = rows.find(({ node }) => node.id === node.name)?.node.name ?? '';
  const paths = new Map<string, TimelineRow>();
  for (const row of rows) {
    const { name } = row.node;
    const path = name.startsWith(root) ? name.slice(root.length) : name;
    if (!paths.has(path)) {
      paths.set(path, row);
    }
  }
  return paths;
}

/**
 * Compares a timeline with that of another run of the same workflow, row by row.
 *
 * @public
 */
export function compareTimelines(
  timeline: Pick<Timeline, 'rows' | 'start' | 'end'>,
  other: Pick<Timeline, 'rows' | 'start' | 'end'>,
): TimelinesComparison {
  const here = byPath(timeline.rows);
  const there = byPath(other.rows);
  const counterparts = new Map<TimelineRow, TimelineRow>();
  const added: string[] = [];
  for (const [path, row] of here) {
    const counterpart = there.get(path);
    if (counterpart) {
      counterparts.set(row, counterpart);
    } else if (!row.folded) {
      added.push(row.id);
    }
  }
  const actualMs = timeline.end - timeline.start;
  const expectedMs = other.end - other.start;
  return {
    ...compareRows(timeline.rows, row => {
      const counterpart = counterparts.get(row);
      return counterpart && durationOf(counterpart);
    }),
    actualMs,
    expectedMs,
    differenceMs: actualMs - expectedMs,
    added,
    removed: Array.from(there)
      .filter(([path, row]) => !row.folded && !here.has(path))
      .map(([, row]) => row),
  };
}
