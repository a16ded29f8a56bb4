import type { ArgoNode } from '../../argo/nodeSchema';
import { readNodeName, type NodeName } from '../text/nodeName';

const NONE: number[] = [];

/** The nodes by number, and the edges between them. Numbers do not depend on the order in which the nodes came. */
export interface NodeGraph {
  readonly nodes: readonly ArgoNode[];
  readonly names: readonly NodeName[];
  /** The number of a node by its id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** In Argo's order; ids that no node has are left out. */
  readonly children: readonly (readonly number[])[];
  /** The nodes of which it is a child. */
  readonly predecessors: readonly (readonly number[])[];
}

function byId(a: ArgoNode, b: ArgoNode): number {
  if (a.id === b.id) {
    return 0;
  }
  return a.id < b.id ? -1 : 1;
}

/** Of several nodes with one id, the one whose text sorts last: which one hardly matters, but it must always be the same. */
function distinct(sorted: readonly ArgoNode[]): ArgoNode[] {
  const result: ArgoNode[] = [];
  for (const node of sorted) {
    const last = result.length - 1;
    if (last < 0 || result[last].id !== node.id) {
      result.push(node);
    } else if (JSON.stringify(node) > JSON.stringify(result[last])) {
      result[last] = node;
    }
  }
  return result;
}

/** Numbers the nodes and links them. */
export function buildNodeGraph(given: readonly ArgoNode[]): NodeGraph {
  const nodes = distinct([...given].sort(byId));
  const numbers = new Map(nodes.map((node, number) => [node.id, number]));
  const predecessors: number[][] = new Array(nodes.length).fill(NONE);
  const children = nodes.map((node, number) => {
    if (node.children.length === 0) {
      return NONE;
    }
    const known: number[] = [];
    for (const id of node.children) {
      const child = numbers.get(id);
      if (child !== undefined && child !== number) {
        known.push(child);
        if (predecessors[child] === NONE) {
          predecessors[child] = [number];
        } else {
          predecessors[child].push(number);
        }
      }
    }
    return known;
  });
  const names = nodes.map(readNodeName);
  return { nodes, names, numbers, children, predecessors };
}
