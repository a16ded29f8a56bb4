import { ResourcesDuration, WorkflowNode } from '../nodes/WorkflowNode';
import { NodeTree } from '../nodes/NodeTree';
import { NodeSums } from '../nodes/renderNode';

/** Nodes that make progress of their own; that of others is the sum of what hangs on them. */
const EXECUTABLE: ReadonlySet<string> = new Set([
  'Pod',
  'Container',
  'Suspend',
]);

function add(
  total: Record<string, number>,
  resources: ResourcesDuration | undefined,
): void {
  for (const [name, seconds] of Object.entries(resources ?? {})) {
    total[name] = (total[name] ?? 0) + seconds;
  }
}

/** A sum of nothing is not written. */
function unlessZero(
  total: Record<string, number>,
): ResourcesDuration | undefined {
  return Object.values(total).some(seconds => seconds > 0) ? total : undefined;
}

/** Sums over what hangs on nodes. */
export class Sums {
  readonly #nodes: NodeTree;
  static #visits = 0;

  constructor(nodes: NodeTree) {
    this.#nodes = nodes;
  }

  /** Of the workflow as a whole. */
  total(): Required<Pick<NodeSums, 'progress'>> & NodeSums {
    let done = 0;
    let all = 0;
    const resources: Record<string, number> = {};
    for (const node of this.#nodes.all) {
      if (EXECUTABLE.has(node.type)) {
        all += 1;
        done += isDone(node) ? 1 : 0;
      }
      add(resources, node.resources);
    }
    return { progress: `${done}/${all}`, resources: unlessZero(resources) };
  }

  /** Of one node. */
  of(node: WorkflowNode): NodeSums {
    if (node.type === 'Pod') {
      return { progress: ownProgress(node), resources: node.resources };
    }
    if (node.type === 'Container') {
      return { progress: ownProgress(node) };
    }
    let done = 0;
    let all = 0;
    const resources: Record<string, number> = {};
    this.#visit(node, each => {
      if (EXECUTABLE.has(each.type)) {
        all += 1;
        done += isDone(each) ? 1 : 0;
      }
      add(resources, each.resources);
    });
    const summed = all > 0 ? `${done}/${all}` : undefined;
    return {
      progress: node.type === 'Suspend' ? ownProgress(node) : summed,
      resources: node.fulfilled ? unlessZero(resources) : undefined,
    };
  }

  /** Goes through all that hangs on a node, each once, without recursion: chains may be thousands long. */
  #visit(root: WorkflowNode, each: (node: WorkflowNode) => void): void {
    Sums.#visits += 1;
    const visit = Sums.#visits;
    const stack = [...root.children];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.visit !== visit) {
        node.visit = visit;
        each(node);
        stack.push(...node.children);
      }
    }
  }
}

function isDone({ phase }: WorkflowNode): boolean {
  return phase === 'Succeeded';
}

function ownProgress(node: WorkflowNode): string {
  return isDone(node) ? '1/1' : '0/1';
}
