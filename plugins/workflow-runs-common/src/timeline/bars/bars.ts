import type { Outline } from '../structure/outline';
import {
  isGhost,
  isRunningDaemon,
  isUnfinished,
} from '../structure/nodeTraits';
import { isKept, type Axis } from './axis';
import { firstKnown, type Instants } from './instants';

/** Where each node's bar lies; NaN where it has none. Ones and zeros for the rest. */
export interface Bars {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly open: Uint8Array;
  readonly abandoned: Uint8Array;
  readonly clockProblem: Uint8Array;
  /** It ran before the workflow was retried. */
  readonly kept: Uint8Array;
}

/** The span of what a node contains; NaN where that has no bars. */
interface Hulls {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The earliest of what was kept from before the workflow was retried. */
  readonly keptStart: Float64Array;
}

function clamp(time: number, { start, end }: Axis): number {
  return Math.min(Math.max(time, start), end);
}

/** Bars from what nodes tell of themselves, and from what they contain where they tell nothing. */
function ownBars(outline: Outline, axis: Axis, instants: Instants): Bars {
  const { graph, container, order } = outline;
  const { nodes } = graph;
  const blank = () => new Float64Array(nodes.length).fill(NaN);
  const flags = () => new Uint8Array(nodes.length);
  const hulls: Hulls = { start: blank(), end: blank(), keptStart: blank() };
  const bars: Bars = {
    start: blank(),
    end: blank(),
    open: flags(),
    abandoned: flags(),
    clockProblem: flags(),
    kept: flags(),
  };
  // What is contained comes first.
  for (let at = order.length - 1; at >= 0; at--) {
    const number = order[at];
    const node = nodes[number];
    const started = firstKnown(
      instants.started[number],
      instants.running[number],
      hulls.start[number],
      instants.finished[number],
    );
    if (isGhost(node) || Number.isNaN(started)) {
      continue;
    }
    const known = clamp(started, axis);
    // What a retry of the workflow kept began before the groups that it set back.
    const start = Math.min(known, firstKnown(hulls.keptStart[number], known));
    const unfinished = isUnfinished(node);
    const finished = unfinished
      ? axis.end
      : firstKnown(
          instants.finished[number],
          hulls.end[number],
          axis.live ? started : axis.end,
        );
    const end = Math.max(clamp(finished, axis), start);
    bars.start[number] = start;
    bars.end[number] = end;
    bars.open[number] = unfinished && axis.live ? 1 : 0;
    bars.abandoned[number] = unfinished && !axis.live ? 1 : 0;
    bars.clockProblem[number] = known !== started || end !== finished ? 1 : 0;
    const kept = isKept(started, finished, axis.workflowStart ?? NaN);
    bars.kept[number] = kept ? 1 : 0;
    const above = container[number];
    if (above >= 0) {
      const { keptStart } = hulls;
      hulls.start[above] = Math.min(
        firstKnown(hulls.start[above], start),
        start,
      );
      hulls.end[above] = Math.max(firstKnown(hulls.end[above], end), end);
      if (kept || keptStart[number] < known) {
        keptStart[above] = Math.min(firstKnown(keptStart[above], start), start);
      }
    }
  }
  return bars;
}

/** A daemon lives as long as its boundary; a container ends with its pod. */
function cutToSurroundings({ graph, order, container }: Outline, bars: Bars) {
  const { start, end, open } = bars;
  for (const number of order) {
    const node = graph.nodes[number];
    if (Number.isNaN(start[number])) {
      continue;
    }
    if (isRunningDaemon(node)) {
      const boundary = graph.numbers.get(node.boundaryID ?? '') ?? -1;
      if (boundary >= 0 && end[boundary] >= start[number]) {
        end[number] = end[boundary];
        open[number] = Math.min(open[number], open[boundary]);
      }
    }
    const pod = node.type === 'Container' ? container[number] : -1;
    if (pod >= 0 && end[pod] >= start[number] && end[pod] < end[number]) {
      end[number] = end[pod];
      open[number] = 0;
    }
  }
}

/** Lays out the bars: none goes beyond the axis, and whatever contradicts that is marked. */
export function barsOf(outline: Outline, axis: Axis, instants: Instants): Bars {
  const bars = ownBars(outline, axis, instants);
  cutToSurroundings(outline, bars);
  const { start, end, clockProblem } = bars;
  outline.parent.forEach((parent, number) => {
    const outside =
      parent >= 0 &&
      (start[number] < start[parent] || end[number] > end[parent]);
    if (outside && !isRunningDaemon(outline.graph.nodes[number])) {
      clockProblem[number] = 1;
    }
  });
  return bars;
}
