import type { Axis } from '../bars/axis';
import type { Bars } from '../bars/bars';
import type { Instants } from '../bars/instants';
import { naturalOrder } from '../text/naturalOrder';
import type { Outline } from './outline';
import { forestOf } from './topDown';

/** The rows from top to bottom. */
export interface Arrangement {
  readonly order: Int32Array;
  readonly depth: Int32Array;
  /** How many shown rows lie below each. */
  readonly descendants: Int32Array;
}

/**
 * Compares siblings: by start (what did not run by the time when Argo decided that, what has not begun last), then as the
 * workflow's author wrote them: groups of steps one after the other, within a group in Argo's order.
 */
function siblingOrder(
  { graph, wrapper, position }: Outline,
  bars: Bars,
  axis: Axis,
  { started }: Instants,
): (a: number, b: number) => number {
  const begins = bars.start.map((start, number) => {
    const time = Number.isNaN(start) ? started[number] : start;
    return Number.isNaN(time)
      ? Infinity
      : Math.min(Math.max(time, axis.start), axis.end);
  });
  return (a, b) => {
    // The difference of two infinities is not a number.
    if (begins[a] !== begins[b]) {
      return begins[a] < begins[b] ? -1 : 1;
    }
    const groupA = wrapper[a] < 0 ? a : wrapper[a];
    const groupB = wrapper[b] < 0 ? b : wrapper[b];
    if (groupA !== groupB) {
      return (
        naturalOrder(graph.nodes[groupA].name, graph.nodes[groupB].name) ||
        groupA - groupB
      );
    }
    // A wrapper itself comes before what it brought in.
    const placeA = groupA === a ? -1 : position[a];
    const placeB = groupB === b ? -1 : position[b];
    return placeA - placeB || a - b;
  };
}

/** Puts the rows in order. */
export function arrange(
  outline: Outline,
  bars: Bars,
  axis: Axis,
  instants: Instants,
): Arrangement {
  const { parent, folded } = outline;
  const compare = siblingOrder(outline, bars, axis, instants);
  const { roots, children } = forestOf(parent);
  const order = new Int32Array(parent.length);
  const depth = new Int32Array(parent.length);
  const descendants = new Int32Array(parent.length);
  const stack = [...roots].sort(compare).reverse();
  let filled = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    order[filled++] = next;
    depth[next] = parent[next] < 0 ? 0 : depth[parent[next]] + 1;
    if (children[next].length > 0) {
      const below = [...children[next]].sort(compare);
      for (let at = below.length - 1; at >= 0; at--) {
        stack.push(below[at]);
      }
    }
  }
  for (let at = filled - 1; at >= 0; at--) {
    const number = order[at];
    if (parent[number] >= 0) {
      descendants[parent[number]] += descendants[number] + 1 - folded[number];
    }
  }
  return { order, depth, descendants };
}
