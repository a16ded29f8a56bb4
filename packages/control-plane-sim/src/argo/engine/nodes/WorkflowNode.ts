import { JsonObject } from '../../../objects/json';
import { displayName } from '../names/nodeNames';
import { TemplateCall } from '../spec/TemplateCall';

/** Types of nodes that the simulation makes. */
export type NodeType =
  | 'Pod'
  | 'Container'
  | 'Steps'
  | 'StepGroup'
  | 'DAG'
  | 'TaskGroup'
  | 'Retry'
  | 'Skipped'
  | 'Suspend';

/** Phases of nodes. */
export type NodePhase =
  | 'Pending'
  | 'Running'
  | 'Succeeded'
  | 'Skipped'
  | 'Failed'
  | 'Error'
  | 'Omitted';

/** What is said of how a node came about. Argo writes it, empty, for nodes without a template of their own. */
export interface NodeFlag {
  readonly hooked?: true;
  readonly retried?: true;
}

/** Whether a result was taken from a cache. */
export interface MemoizationStatus {
  readonly hit: boolean;
  readonly key: string;
  readonly cacheName: string;
}

/** What a node is made of. */
export interface NodeInit {
  readonly name: string;
  readonly type: NodeType;
  readonly phase: NodePhase;
  readonly boundary?: WorkflowNode;
  readonly call?: TemplateCall;
  readonly templateScope: string;
  readonly flag?: NodeFlag;
  readonly message?: string;
  readonly inputs?: JsonObject;
  /** Written for pods whose outputs a helper in the pod reports. */
  readonly reportsResult?: boolean;
  /** Its end is that of its last containers. */
  readonly containerSet?: boolean;
}

/** How resources were used: seconds times requests. */
export type ResourcesDuration = Readonly<Record<string, number>>;

/** Most of thousands of nodes have none; a set for each would cost more than the rest of them. */
const NO_CHILDREN: ReadonlySet<WorkflowNode> = new Set();

/** A node of a workflow. Only {@link NodeTree} changes nodes. */
export class WorkflowNode {
  readonly init: NodeInit;
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: NodeType;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  children: ReadonlySet<WorkflowNode> = NO_CHILDREN;
  phase: NodePhase;
  message: string;
  finishedAt?: number;
  outboundNodes?: readonly string[];
  outputs?: JsonObject;
  inputs?: JsonObject;
  memoization?: MemoizationStatus;
  waitingForLock?: string;
  daemoned = false;
  podIP?: string;
  hostNode?: string;
  resources?: ResourcesDuration;
  /** Pods, Steps and DAGs within its boundary that are pending or running. */
  activeChildren = 0;
  /** Those within its boundary that failed, attempts aside that others may follow. */
  failedChildren = 0;
  /** Its JSON as it was asked for last; undefined where the node changed since. */
  rendered?: JsonObject;
  /** Which traversal saw it last. */
  visit = 0;

  constructor(init: NodeInit, id: string, startedAt: number) {
    this.init = init;
    this.id = id;
    this.name = init.name;
    this.displayName = displayName(init.name, init.boundary?.name);
    this.type = init.type;
    this.startedAt = startedAt;
    this.phase = init.phase;
    this.message = init.message ?? '';
    this.inputs = init.inputs;
  }

  /** Succeeded, failed or ended by an error. */
  get completed(): boolean {
    return this.phase === 'Succeeded' || this.failed;
  }

  get failed(): boolean {
    return this.phase === 'Failed' || this.phase === 'Error';
  }

  /** Nothing that comes after it waits for it any more. */
  get fulfilled(): boolean {
    return (
      this.completed ||
      this.phase === 'Skipped' ||
      this.phase === 'Omitted' ||
      (this.daemoned && this.phase !== 'Pending')
    );
  }
}
