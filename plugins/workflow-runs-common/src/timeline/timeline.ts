import { axisOf } from './bars/axis';
import { barsOf } from './bars/bars';
import { readInstants } from './bars/instants';
import { segmentsOf } from './bars/segments';
import { criticalPathOf } from './path/criticalPath';
import { arrange } from './structure/arrange';
import { buildNodeGraph } from './structure/nodeGraph';
import { isTask } from './structure/nodeTraits';
import { outlineOf } from './structure/outline';
import { attemptOf, kindOf, labelsOf } from './text/labels';
import { reasonOf, type ReasonContext } from './text/reasonOf';
import { UnmetDependencies } from './text/UnmetDependencies';
import { totalsOf } from './totals';
import type { Timeline, TimelineInput, TimelineRow } from './types';

/**
 * Makes a timeline of an Argo workflow's nodes.
 *
 * @remarks
 * Pure: the same input gives the same timeline, in whatever order the nodes come. Total: circles, missing parents and absurd
 * times give a timeline that keeps all its promises; what contradicts itself is marked. O(n log n).
 *
 * @public
 */
export function timeline(input: TimelineInput): Timeline {
  const graph = buildNodeGraph(input.nodes);
  const { nodes } = graph;
  const outline = outlineOf(graph);
  const instants = readInstants(nodes);
  const axis = axisOf(input, instants);
  const bars = barsOf(outline, axis, instants);
  const { order, depth, descendants } = arrange(outline, bars, axis, instants);
  const path = criticalPathOf(outline, bars, instants, order);
  const critical = new Set(path);
  const reasons: ReasonContext = {
    outline,
    bars,
    unmetDependencies: new UnmetDependencies(outline),
    suspended: input.workflow?.suspended === true,
  };
  const byNumber = new Array<TimelineRow>(nodes.length);
  const rows: TimelineRow[] = [];
  for (const number of order) {
    const node = nodes[number];
    const parent = outline.parent[number];
    const hasBar = !Number.isNaN(bars.start[number]);
    const { label, title } = labelsOf(outline, number);
    const row: TimelineRow = {
      id: node.id,
      parentId: parent < 0 ? undefined : nodes[parent].id,
      depth: depth[number],
      kind: kindOf(outline, number),
      folded: outline.folded[number] === 1,
      label,
      title,
      role: graph.names[number].role,
      phase: node.phase,
      start: hasBar ? bars.start[number] : undefined,
      end: hasBar ? bars.end[number] : undefined,
      open: bars.open[number] === 1,
      abandoned: bars.abandoned[number] === 1,
      segments: segmentsOf(number, outline, bars, instants),
      clockProblem: bars.clockProblem[number] === 1,
      descendants: descendants[number],
      critical: critical.has(number),
      daemon: node.daemoned === true,
      memoized: node.memoized === true,
      attempt: attemptOf(outline, number),
      reason: reasonOf(number, reasons),
      node,
    };
    byNumber[number] = row;
    rows.push(row);
  }
  const tasks = rows.filter(
    row => isTask(row.node) && !row.memoized && row.segments.length > 0,
  );
  const pathRows = path.map(number => byNumber[number]);
  return {
    start: axis.start,
    end: axis.end,
    live: axis.live,
    rows,
    criticalPath: pathRows.map(row => row.id),
    totals: totalsOf(axis, tasks, pathRows),
  };
}
