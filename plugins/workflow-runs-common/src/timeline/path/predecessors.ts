import type { Outline } from '../structure/outline';

const NONE: readonly number[] = [];

/**
 * What Argo runs strictly one after the other: of an attempt the one before it, of a group of steps the group before it; -1 for
 * others.
 *
 * @param rank - the place of each among the rows
 */
export function sequenceOf(
  { graph, members, container }: Outline,
  rank: Int32Array,
): Int32Array {
  const { nodes } = graph;
  const previous = new Int32Array(nodes.length).fill(-1);
  const chain = (sequence: readonly number[]) => {
    for (let place = 1; place < sequence.length; place++) {
      previous[sequence[place]] = sequence[place - 1];
    }
  };
  const groups = new Map<number, number[]>();
  for (let number = 0; number < nodes.length; number++) {
    if (nodes[number].type === 'Retry') {
      chain(members.get(number) ?? NONE);
    } else if (nodes[number].type === 'StepGroup') {
      const within = groups.get(container[number]);
      if (within) {
        within.push(number);
      } else {
        groups.set(container[number], [number]);
      }
    }
  }
  for (const sequence of groups.values()) {
    sequence.sort((a, b) => rank[a] - rank[b]);
    chain(sequence);
  }
  return previous;
}

/** The exit handlers that Argo ran for a step, or for the step that it is an attempt at, before it went on. */
export function exitHandlersOf(
  { graph, wrapper }: Outline,
  number: number,
): readonly number[] {
  const above = wrapper[number];
  const step =
    above >= 0 && graph.nodes[above].type === 'Retry' ? above : number;
  const children = graph.children[step];
  return children.length === 0
    ? NONE
    : children.filter(child => graph.names[child].role === 'exit-handler');
}
