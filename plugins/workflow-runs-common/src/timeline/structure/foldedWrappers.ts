import { hasFailed, isUnfinished } from './nodeTraits';
import type { NodeGraph } from './nodeGraph';

function isFolded(
  { nodes }: NodeGraph,
  wrapper: number,
  members: readonly number[],
): boolean {
  const node = nodes[wrapper];
  const only = members.length === 1 ? nodes[members[0]] : undefined;
  // What it held did not fail, so the wrapper alone tells why.
  if (hasFailed(node) && !(only && hasFailed(only))) {
    return false;
  }
  switch (node.type) {
    case 'StepGroup':
      return members.length <= 1;
    case 'TaskGroup':
      return only !== undefined;
    case 'Retry':
      // A retry that goes on when its attempt has ended is about to make another.
      return only !== undefined && !(isUnfinished(node) && !isUnfinished(only));
    default:
      return false;
  }
}

/** Which wrappers tell a person nothing that their only member does not. */
export function foldedWrappers(
  graph: NodeGraph,
  members: ReadonlyMap<number, readonly number[]>,
): Uint8Array {
  const folded = new Uint8Array(graph.nodes.length);
  for (let number = 0; number < folded.length; number++) {
    if (isFolded(graph, number, members.get(number) ?? [])) {
      folded[number] = 1;
    }
  }
  return folded;
}
