import { breakCycles } from './breakCycles';
import type { NodeGraph } from './nodeGraph';

/** What contains what. */
export interface Containment {
  /** The node that contains it; -1 at the top. */
  readonly container: Int32Array;
  /** The step group, loop or retry that brought it in; -1 where it is simply within its boundary. */
  readonly wrapper: Int32Array;
  /** Its place among what its wrapper brought in; a hook comes half a place behind its step. */
  readonly position: Float64Array;
}

/**
 * Whether a node brought in its child. Argo gives both the same boundary, and the children of a wrapper are edges: a task
 * that depends on a loop over nothing is its child as well.
 */
function bringsIn(graph: NodeGraph, parent: number, child: number): boolean {
  const { name, type, boundaryID } = graph.nodes[parent];
  const other = graph.nodes[child];
  if (other.boundaryID !== boundaryID) {
    return false;
  }
  switch (type) {
    case 'StepGroup':
      return other.type !== 'StepGroup' && !graph.names[child].role;
    case 'TaskGroup':
      return other.name.startsWith(`${name}(`);
    case 'Retry':
      return other.retried === true || other.name.startsWith(`${name}(`);
    default:
      return false;
  }
}

/** The step that a hook or exit handler belongs to. */
function hookedStep(graph: NodeGraph, hook: number): number {
  const { name, boundaryID } = graph.nodes[hook];
  for (const step of graph.predecessors[hook]) {
    const candidate = graph.nodes[step];
    if (
      candidate.boundaryID === boundaryID &&
      name.startsWith(`${candidate.name}.`)
    ) {
      return step;
    }
  }
  return -1;
}

/**
 * Finds what contains each node: what brought it in, else the template invocation that Argo names as its boundary. A hook stands
 * beside its step.
 */
export function contain(graph: NodeGraph): Containment {
  const { nodes, names, numbers, children } = graph;
  const wrapper = new Int32Array(nodes.length).fill(-1);
  const position = new Float64Array(nodes.length).fill(-1);
  for (let parent = 0; parent < nodes.length; parent++) {
    children[parent].forEach((child, place) => {
      if (wrapper[child] < 0 && bringsIn(graph, parent, child)) {
        wrapper[child] = parent;
        position[child] = place;
      }
    });
  }
  const container = new Int32Array(nodes.length);
  for (let number = 0; number < nodes.length; number++) {
    const { boundaryID } = nodes[number];
    if (wrapper[number] < 0 && names[number].role) {
      const step = hookedStep(graph, number);
      if (step >= 0 && wrapper[step] >= 0) {
        wrapper[number] = wrapper[step];
        position[number] = position[step] + 0.5;
      }
    }
    const boundary =
      boundaryID === undefined ? -1 : numbers.get(boundaryID) ?? -1;
    container[number] = wrapper[number] >= 0 ? wrapper[number] : boundary;
  }
  for (const cut of breakCycles(container)) {
    wrapper[cut] = -1;
  }
  return { container, wrapper, position };
}
