import { WorkflowNode } from './WorkflowNode';

/** The nodes that a following one hangs on, of this node: itself, or the last ones within it. */
export function outboundNodes(
  node: WorkflowNode,
  get: (id: string) => WorkflowNode | undefined,
): WorkflowNode[] {
  const children = [...node.children];
  switch (node.type) {
    case 'Pod':
      return node.init.containerSet
        ? endsOfChildren(node, children, get)
        : [node];
    case 'Container':
    case 'TaskGroup':
      return endsOfChildren(node, children, get);
    case 'Retry':
      return children.slice(-1);
    case 'Steps':
    case 'DAG':
      return node.memoization?.hit
        ? [node]
        : (node.outboundNodes ?? []).flatMap(id => {
            const outbound = get(id);
            return outbound ? outboundNodes(outbound, get) : [];
          });
    default:
      return [node];
  }
}

function endsOfChildren(
  node: WorkflowNode,
  children: readonly WorkflowNode[],
  get: (id: string) => WorkflowNode | undefined,
): WorkflowNode[] {
  const ends = children.flatMap(child =>
    // A child beyond the boundary is what already follows.
    node.type === 'Container' && child.init.boundary !== node.init.boundary
      ? [node]
      : outboundNodes(child, get),
  );
  return ends.length > 0 ? [...new Set(ends)] : [node];
}
