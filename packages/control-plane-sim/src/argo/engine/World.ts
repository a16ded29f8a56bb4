import { Scope } from './expressions/Scope';
import { LockTable } from './locks/LockTable';
import { NodeTree } from './nodes/NodeTree';
import { MemoCache } from './operator/MemoCache';
import { Operation } from './operator/Operation';
import { TemplateReader } from './operator/TemplateReader';
import { WorkflowSimulationOptions, WorkflowTiming } from './options';
import { PodPool } from './pods/PodPool';
import { createGlobalScope } from './spec/globalScope';
import { Shutdown, WorkflowDefinition } from './spec/WorkflowDefinition';
import { WorkflowStatus } from './status/WorkflowStatus';

/** All that a workflow has and shares while it is simulated. */
export class World implements Operation {
  readonly workflow: WorkflowDefinition;
  readonly status = new WorkflowStatus();
  readonly nodes: NodeTree;
  readonly pods: PodPool;
  readonly locks: LockTable;
  readonly memo: MemoCache;
  readonly templates: TemplateReader;
  readonly globals: Scope;
  now: number;
  shutdown?: Shutdown;
  /** When the controller looks next; undefined where nothing makes it. */
  nextLookAt?: number;

  constructor(
    workflow: WorkflowDefinition,
    timing: WorkflowTiming,
    options: WorkflowSimulationOptions,
  ) {
    const { name, namespace, createdAt } = workflow;
    this.workflow = workflow;
    this.now = createdAt;
    this.nodes = new NodeTree(name, () => this.now);
    this.pods = new PodPool({
      workflow: name,
      namespace,
      creationMs: timing.podCreationMs,
      hosts: options.hosts ?? [],
    });
    this.locks = new LockTable({
      foreign: options.locks ?? [],
      limits: options.semaphoreLimits ?? new Map(),
    });
    this.memo = new MemoCache(options.memoized ?? [], createdAt);
    this.templates = new TemplateReader(namespace, workflow.templateDefaults);
    this.globals = globalsOf(workflow);
    this.nextLookAt = createdAt + timing.startDelayMs;
  }

  /** Grows with every change of the workflow's status. */
  get revision(): number {
    return this.nodes.revision + this.status.revision;
  }

  requeueAt(at: number): void {
    this.nextLookAt = Math.min(this.nextLookAt ?? Infinity, at);
  }
}

/** What is wrong with parameters, the controller reports when it first looks. */
function globalsOf(workflow: WorkflowDefinition): Scope {
  try {
    return createGlobalScope(workflow);
  } catch {
    return new Scope();
  }
}
