import type { TimelineRow, TimelineSegment, TimelineTotals } from './types';
import { plainName } from './text/nodeName';
import type { Axis } from './bars/axis';

interface Spent {
  tasks: number;
  waitingMs: number;
  runningMs: number;
}

function length({ start, end }: TimelineSegment, until = Infinity): number {
  return Math.max(Math.min(end, until) - start, 0);
}

function templateOf({ node }: TimelineRow): string {
  return node.templateName ?? plainName(node.displayName);
}

function byTemplate(tasks: readonly TimelineRow[]): Map<string, Spent> {
  const spent = new Map<string, Spent>();
  for (const task of tasks) {
    const template = templateOf(task);
    const sum = spent.get(template) ?? { tasks: 0, waitingMs: 0, runningMs: 0 };
    sum.tasks++;
    for (const segment of task.segments) {
      if (segment.kind === 'running') {
        sum.runningMs += length(segment);
      } else {
        sum.waitingMs += length(segment);
      }
    }
    spent.set(template, sum);
  }
  return spent;
}

/** How long tasks on the path ran; each until the next one begins, as clocks may let them overlap. */
function runningOnPath(path: readonly TimelineRow[]): number {
  let sum = 0;
  path.forEach(({ segments }, place) => {
    const until = path[place + 1]?.start;
    for (const segment of segments) {
      sum += segment.kind === 'running' ? length(segment, until) : 0;
    }
  });
  return sum;
}

/**
 * Sums up where the time went.
 *
 * @param tasks - rows that had a pod or request of their own
 * @param path - the rows of the critical path
 */
export function totalsOf(
  { start, end }: Axis,
  tasks: readonly TimelineRow[],
  path: readonly TimelineRow[],
): TimelineTotals {
  const spent = [...byTemplate(tasks)].map(([template, sum]) => ({
    template,
    ...sum,
  }));
  spent.sort(
    (a, b) =>
      b.waitingMs + b.runningMs - (a.waitingMs + a.runningMs) ||
      (a.template < b.template ? -1 : 1),
  );
  const criticalPathMs =
    path.length === 0
      ? 0
      : (path[path.length - 1].end ?? 0) - (path[0].start ?? 0);
  return {
    elapsedMs: end - start,
    criticalPathMs,
    criticalWaitingMs: criticalPathMs - runningOnPath(path),
    waitingMs: spent.reduce((sum, { waitingMs }) => sum + waitingMs, 0),
    runningMs: spent.reduce((sum, { runningMs }) => sum + runningMs, 0),
    byTemplate: spent,
  };
}
