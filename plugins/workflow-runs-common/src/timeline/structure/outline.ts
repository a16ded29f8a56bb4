import { contain, type Containment } from './containment';
import { foldedWrappers } from './foldedWrappers';
import type { NodeGraph } from './nodeGraph';
import { forestOf, topDown, type Forest } from './topDown';

/** How the nodes are arranged: what contains what, and what of it is shown. */
export interface Outline extends Containment {
  readonly graph: NodeGraph;
  /** By what contains what, folded wrappers included. */
  readonly forest: Forest;
  /** All nodes, containers before what they contain. */
  readonly order: Int32Array;
  /** What each wrapper brought in, in Argo's order, hooks left out. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly folded: Uint8Array;
  /** Step groups that a person sees as the loop that they hold. */
  readonly loops: ReadonlySet<number>;
  /** The row that contains it, folded ones passed over; -1 at the top. */
  readonly parent: Int32Array;
}

function collectMembers(
  { nodes, names }: NodeGraph,
  { wrapper, position }: Containment,
): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let number = 0; number < nodes.length; number++) {
    const of = wrapper[number];
    if (of < 0 || names[number].role) {
      continue;
    }
    const list = members.get(of);
    if (list) {
      list.push(number);
    } else {
      members.set(of, [number]);
    }
  }
  for (const list of members.values()) {
    list.sort((a, b) => position[a] - position[b] || a - b);
  }
  return members;
}

/** Whether all that a step group holds are items of one loop. */
function isLoop(graph: NodeGraph, members: readonly number[]): boolean {
  const { base } = graph.names[members[0]];
  return (
    members.length > 1 &&
    members.every(
      member =>
        graph.names[member].item !== undefined &&
        graph.names[member].base === base,
    )
  );
}

/** Arranges the nodes. */
export function outlineOf(graph: NodeGraph): Outline {
  const { nodes } = graph;
  const containment = contain(graph);
  const { container } = containment;
  const members = collectMembers(graph, containment);
  const folded = foldedWrappers(graph, members);
  const loops = new Set<number>();
  for (const [of, list] of members) {
    if (nodes[of].type === 'StepGroup' && isLoop(graph, list)) {
      loops.add(of);
    }
  }
  const forest = forestOf(container);
  const order = topDown(forest);
  const parent = new Int32Array(nodes.length);
  for (const number of order) {
    const above = container[number];
    parent[number] = above >= 0 && folded[above] ? parent[above] : above;
  }
  return {
    graph,
    ...containment,
    forest,
    order,
    members,
    folded,
    loops,
    parent,
  };
}
