import { isTask } from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';
import type { PathTimes } from './pathTimes';

/** Whether a node is what time is spent on: a task, an attempt, or a wait for somebody. Containers are part of their pod. */
export function isLeaf({ graph }: Outline, number: number, times: PathTimes) {
  const node = graph.nodes[number];
  return (
    !Number.isNaN(times.start[number]) &&
    (isTask(node) || node.type === 'Suspend')
  );
}

/**
 * Whether the first ended later. Of those that ended together, the one that took longer counts, then the one further up.
 *
 * @param rank - the place of each among the rows
 */
export function endedLater(
  a: number,
  b: number,
  { start, end }: PathTimes,
  rank: Int32Array,
): boolean {
  if (b < 0 || end[a] !== end[b]) {
    return b < 0 || end[a] > end[b];
  }
  return start[a] !== start[b] ? start[a] < start[b] : rank[a] < rank[b];
}

/** Of each node, the task within it that ended last; -1 where there is none. */
export function latestLeaves(
  outline: Outline,
  times: PathTimes,
  rank: Int32Array,
): Int32Array {
  const { order, container } = outline;
  const latest = new Int32Array(order.length).fill(-1);
  for (let at = order.length - 1; at >= 0; at--) {
    const number = order[at];
    if (isLeaf(outline, number, times)) {
      latest[number] = number;
    }
    const above = container[number];
    const leaf = latest[number];
    if (
      above >= 0 &&
      leaf >= 0 &&
      endedLater(leaf, latest[above], times, rank)
    ) {
      latest[above] = leaf;
    }
  }
  return latest;
}
