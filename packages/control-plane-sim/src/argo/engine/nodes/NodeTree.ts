import { JsonObject } from '../../../objects/json';
import { displayName, nodeId } from '../names/nodeNames';
import { NodeInit, NodePhase, WorkflowNode } from './WorkflowNode';

/** What the caller says of a new node; the rest follows. */
export type NewNode = Omit<NodeInit, 'id' | 'displayName' | 'startedAt'>;

/** Fields of a node that may change besides its phase and children. */
export type NodeChange = Partial<
  Pick<
    WorkflowNode,
    | 'daemoned'
    | 'finishedAt'
    | 'hostNode'
    | 'inputs'
    | 'memoization'
    | 'outboundNodes'
    | 'outputs'
    | 'podIP'
    | 'resources'
    | 'waitingForLock'
  >
>;

/** A change of a node's phase, from undefined for a new node. */
export interface PhaseChange {
  readonly node: WorkflowNode;
  readonly from?: NodePhase;
  readonly to: NodePhase;
}

const COUNTED_TYPES: ReadonlySet<string> = new Set(['Pod', 'Steps', 'DAG']);

function isActive(node: WorkflowNode): boolean {
  return (
    COUNTED_TYPES.has(node.type) &&
    node.waitingForLock === undefined &&
    !node.daemoned &&
    (node.phase === 'Pending' || node.phase === 'Running')
  );
}

/** All nodes of a workflow, and the only way to change them, so that counts and what was rendered stay right. */
export class NodeTree {
  readonly #workflow: string;
  readonly #nodes = new Map<string, WorkflowNode>();
  readonly #now: () => number;
  readonly #daemons = new Set<WorkflowNode>();
  #phaseChanges: PhaseChange[] = [];
  #revision = 0;
  /** Pods that are pending or running. */
  activePods = 0;

  constructor(workflow: string, now: () => number) {
    this.#workflow = workflow;
    this.#now = now;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** In the order in which they were made. */
  get all(): IterableIterator<WorkflowNode> {
    return this.#nodes.values();
  }

  /** Those that serve others in the background. */
  get daemons(): readonly WorkflowNode[] {
    return [...this.#daemons];
  }

  get(id: string): WorkflowNode | undefined {
    return this.#nodes.get(id);
  }

  /** What happened to phases since the last call. */
  takePhaseChanges(): readonly PhaseChange[] {
    const changes = this.#phaseChanges;
    this.#phaseChanges = [];
    return changes;
  }

  create(init: NewNode): WorkflowNode {
    const node = new WorkflowNode({
      ...init,
      id: nodeId(this.#workflow, init.name),
      displayName: displayName(init.name, init.boundary?.name),
      startedAt: this.#now(),
    });
    this.#nodes.set(node.id, node);
    this.#phaseChanges.push({ node, to: node.phase });
    if (node.fulfilled) {
      node.finishedAt = this.#now();
    }
    this.#count(node, 1);
    this.#revision += 1;
    return node;
  }

  /** Gives it a phase and, unless left out, a message. Its end is now, unless it has one already. */
  mark(node: WorkflowNode, phase: NodePhase, message?: string): void {
    if (
      node.phase === phase &&
      (message === undefined || node.message === message)
    ) {
      return;
    }
    if (node.phase !== phase) {
      this.#phaseChanges.push({ node, from: node.phase, to: phase });
    }
    this.#change(node, () => {
      node.phase = phase;
      node.message = message ?? node.message;
      if (node.fulfilled) {
        node.finishedAt ??= this.#now();
      }
    });
  }

  /** Changes other fields. */
  update(node: WorkflowNode, change: NodeChange): void {
    this.#change(node, () => Object.assign(node, change));
  }

  addChild(parent: WorkflowNode, child: WorkflowNode): void {
    if (!parent.children.has(child)) {
      this.#change(parent, () => parent.children.add(child));
    }
  }

  /** Adds outputs, such as the exit code, to those that it has. */
  addOutputs(node: WorkflowNode, outputs: JsonObject): void {
    this.update(node, { outputs: { ...node.outputs, ...outputs } });
  }

  #change(node: WorkflowNode, change: () => void): void {
    this.#count(node, -1);
    change();
    this.#count(node, 1);
    if (node.daemoned) {
      this.#daemons.add(node);
    } else {
      this.#daemons.delete(node);
    }
    node.rendered = undefined;
    this.#revision += 1;
  }

  #count(node: WorkflowNode, by: 1 | -1): void {
    const { boundary } = node.init;
    if (isActive(node)) {
      this.activePods += node.type === 'Pod' ? by : 0;
      if (boundary) {
        boundary.activeChildren += by;
      }
    }
    if (boundary && node.failed && COUNTED_TYPES.has(node.type)) {
      boundary.failedChildren += by;
    }
  }
}
