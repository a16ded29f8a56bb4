import { JsonObject } from '../../../objects/json';
import { nodeId } from '../names/nodeNames';
import { NodeInit, NodePhase, WorkflowNode } from './WorkflowNode';

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
  readonly message: string;
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
  readonly #children = new Map<WorkflowNode, Set<WorkflowNode>>();
  readonly #daemons = new Set<WorkflowNode>();
  #sorted: WorkflowNode[] = [];
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

  /** In the order of their ids. */
  get sorted(): readonly WorkflowNode[] {
    if (this.#sorted.length < this.#nodes.size) {
      // Most are in order already, which makes this quick.
      const added = [...this.#nodes.values()].slice(this.#sorted.length);
      this.#sorted = [...this.#sorted, ...added].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      );
    }
    return this.#sorted;
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

  create(init: NodeInit): WorkflowNode {
    const id = nodeId(this.#workflow, init.name);
    const node = new WorkflowNode(init, id, this.#now());
    this.#nodes.set(node.id, node);
    const { phase: to, message } = node;
    this.#phaseChanges.push({ node, from: undefined, to, message });
    if (node.fulfilled) {
      node.finishedAt = this.#now();
    }
    this.#count(node, 1);
    this.#revision += 1;
    return node;
  }

  /** Gives it a phase and, unless left out, a message. Its end is now, unless it has one already. */
  mark(node: WorkflowNode, phase: NodePhase, message = node.message): void {
    if (node.phase === phase && node.message === message) {
      return;
    }
    if (node.phase !== phase) {
      const from = node.phase;
      this.#phaseChanges.push({ node, from, to: phase, message });
    }
    this.#count(node, -1);
    node.phase = phase;
    node.message = message;
    if (node.fulfilled) {
      node.finishedAt ??= this.#now();
    }
    this.#changed(node);
  }

  /** Changes other fields. */
  update(node: WorkflowNode, change: NodeChange): void {
    this.#count(node, -1);
    Object.assign(node, change);
    if (node.daemoned) {
      this.#daemons.add(node);
    } else {
      this.#daemons.delete(node);
    }
    this.#changed(node);
  }

  addChild(parent: WorkflowNode, child: WorkflowNode): void {
    if (!parent.children.has(child)) {
      const children = this.#children.get(parent) ?? new Set();
      this.#children.set(parent, children.add(child));
      parent.children = children;
      parent.rendered = undefined;
      this.#revision += 1;
    }
  }

  /** Adds outputs, such as the exit code, to those that it has. */
  addOutputs(node: WorkflowNode, outputs: JsonObject): void {
    this.update(node, { outputs: { ...node.outputs, ...outputs } });
  }

  #changed(node: WorkflowNode): void {
    this.#count(node, 1);
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
    if (boundary && node.failed && !node.init.flag?.retried) {
      boundary.failedChildren += by;
    }
  }
}
