import { Scope } from '../expressions/Scope';
import { LockTable } from '../locks/LockTable';
import { NodeTree } from '../nodes/NodeTree';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { PodPool } from '../pods/PodPool';
import { Template } from '../spec/Template';
import { TemplateSource } from '../spec/TemplateSource';
import { Shutdown, WorkflowDefinition } from '../spec/WorkflowDefinition';
import { WorkflowStatus } from '../status/WorkflowStatus';
import { MemoCache } from './MemoCache';
import { TemplateReader } from './TemplateReader';

/** What everything that runs in a workflow shares. */
export interface Operation {
  readonly workflow: WorkflowDefinition;
  readonly status: WorkflowStatus;
  readonly nodes: NodeTree;
  readonly pods: PodPool;
  readonly locks: LockTable;
  readonly memo: MemoCache;
  readonly templates: TemplateReader;
  /** The variables of the workflow as a whole. */
  readonly globals: Scope;
  /** The time of the controller's current look. */
  readonly now: number;
  /** How the workflow is being brought to an end. */
  readonly shutdown?: Shutdown;
  /** Makes the controller look again at that time, if not before. */
  requeueAt(at: number): void;
}

/** Where a template is called. */
export interface CallSite {
  readonly operation: Operation;
  /** Where the templates are that may be called by their names. */
  readonly source: TemplateSource;
  /** The node of the template that calls. */
  readonly boundary?: WorkflowNode;
  /** The template that calls. */
  readonly boundaryTemplate?: Template;
  /** Whether this is part of an exit handler. */
  readonly onExit: boolean;
  /** How many templates call each other on the way to here. */
  readonly depth: number;
}

/** Whether nodes still run while a workflow is brought to an end: those of exit handlers do when it is stopped. */
export function mayRun(
  shutdown: Shutdown | undefined,
  onExit: boolean,
): boolean {
  return shutdown === undefined || (shutdown === 'Stop' && onExit);
}

/** Why something ended that was brought to an end with the workflow. */
export function stoppedMessage(shutdown: Shutdown | undefined): string {
  return `Stopped with strategy '${shutdown}'`;
}
