import { Scope } from '../../expressions/Scope';
import { substitute } from '../../expressions/substitute';
import { outboundNodes } from '../../nodes/outboundNodes';
import { NodeInit, NodePhase, WorkflowNode } from '../../nodes/WorkflowNode';
import { dependenciesMet } from '../../spec/dependencies';
import { expandStep } from '../../spec/expandStep';
import { readStep, Step } from '../../spec/Step';
import { scopeName } from '../../spec/TemplateSource';
import { aggregateVariables, nodeVariables } from '../nodeVariables';
import { CallSite, mayRun } from '../Operation';
import { StepRun } from '../StepRun';
import { templateOutputs } from '../templateOutputs';
import { assessDag } from './assessDag';
import { Body, BodyOptions, bodyNode } from './Body';
import { DagTask, DagTasks, outcomeOf, readDagTasks } from './dagTasks';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Tasks, each of which begins once those that it depends on have ended. */
export class DagBody implements Body {
  readonly node: WorkflowNode;
  readonly #options: BodyOptions;
  readonly #site: CallSite;
  readonly #scope: Scope;
  readonly #tasks: DagTasks;
  /** Those that are not closed. */
  #open: readonly DagTask[];

  constructor(options: BodyOptions) {
    this.#options = options;
    this.node = bodyNode(options, 'DAG', 'Running');
    this.#site = {
      operation: options.site.operation,
      source: options.source,
      boundary: this.node,
      boundaryTemplate: options.template,
      onExit: options.site.onExit,
      depth: options.site.depth + 1,
    };
    this.#scope = new Scope(options.site.operation.globals);
    this.#tasks = readDagTasks(options.template);
    this.#open = this.#tasks.ordered;
  }

  operate(): void {
    if (this.node.fulfilled) {
      return;
    }
    for (const task of this.#open) {
      this.#advance(task);
    }
    this.#open = this.#open.filter(task => !task.closed);
    const phase = this.#assess();
    if (phase === 'Failed' || phase === 'Error') {
      this.#end(phase);
    } else if (phase === 'Succeeded') {
      this.#succeed();
    }
  }

  #assess(): NodePhase {
    if (this.#open.some(({ node }) => node !== undefined)) {
      return 'Running';
    }
    const { template, site } = this.#options;
    return mayRun(site.operation.shutdown, site.onExit)
      ? assessDag(this.node, this.#tasks.targets, template.dagFailFast)
      : 'Failed';
  }

  #advance(task: DagTask): void {
    if (!task.runs && !this.#begin(task)) {
      return;
    }
    const { nodes } = this.#site.operation;
    const runs = task.runs ?? [];
    for (let index = task.firstOpen; index < runs.length; index += 1) {
      const run = runs[index];
      try {
        run.advance();
      } catch (error) {
        if (run.node) {
          const reason = `task '${run.name}' errored: ${messageOf(error)}`;
          nodes.mark(run.node, 'Error', reason);
        }
      }
      if (!run.node) {
        // There is no place for it, nor for those after it.
        return;
      }
      this.#place(run.node, task);
      if (
        (run.done || run.node.phase === 'Error') &&
        index === task.firstOpen
      ) {
        task.firstOpen += 1;
      }
    }
    if (task.firstOpen === runs.length) {
      this.#close(task, runs);
    }
  }

  /** Whether the task runs now. If not, it waits, or it has been closed. */
  #begin(task: DagTask): boolean {
    if (!task.dependencies.every(({ closed }) => closed)) {
      return false;
    }
    const name = `${this.node.name}.${task.step.name}`;
    try {
      const before = task.dependencies.map(
        each =>
          [
            each.step.name,
            { step: each.step, outcome: outcomeOf(each) },
          ] as const,
      );
      if (!dependenciesMet(task.step, new Map(before))) {
        this.#skip(task, 'Omitted', 'omitted: depends condition not met');
        return false;
      }
      const step = readStep(substitute(task.step.raw, this.#scope));
      if (!step.expands) {
        task.runs = [this.#run(step, name, step.name)];
        return true;
      }
      const items = expandStep(step);
      if (items.length === 0) {
        this.#skip(task, 'Skipped', 'Skipped, empty params');
        return false;
      }
      task.node = this.#createNode(task, {
        type: 'TaskGroup',
        phase: 'Running',
      });
      this.#connect(task.node, task);
      task.runs = items.map(each =>
        this.#run(each, `${this.node.name}.${each.name}`, step.name),
      );
      return true;
    } catch (error) {
      this.#skip(task, 'Error', messageOf(error));
      return false;
    }
  }

  #run(step: Step, name: string, stepName: string): StepRun {
    return new StepRun({
      site: this.#site,
      step,
      name,
      stepName,
      prefix: 'tasks',
      scope: this.#scope,
    });
  }

  #createNode(
    { step }: DagTask,
    init: Pick<NodeInit, 'type' | 'phase' | 'message'>,
  ): WorkflowNode {
    return this.#site.operation.nodes.create({
      ...init,
      name: `${this.node.name}.${step.name}`,
      boundary: this.node,
      call: step.call,
      templateScope: scopeName(this.#site.source),
      flag: {},
    });
  }

  #skip(
    task: DagTask,
    phase: 'Omitted' | 'Skipped' | 'Error',
    message: string,
  ): void {
    task.node = this.#createNode(task, { type: 'Skipped', phase, message });
    task.closed = true;
    this.#connect(task.node, task);
    this.#setVariables(task);
  }

  /** Puts the node of a run below its group, or below what came before. */
  #place(node: WorkflowNode, task: DagTask): void {
    if (task.node?.type === 'TaskGroup') {
      this.#site.operation.nodes.addChild(task.node, node);
    } else if (!task.node) {
      task.node = node;
      this.#connect(node, task);
    }
  }

  #connect(node: WorkflowNode, { dependencies }: DagTask): void {
    const { nodes } = this.#site.operation;
    const ends = dependencies.flatMap(each =>
      each.node ? outboundNodes(each.node, id => nodes.get(id)) : [],
    );
    for (const parent of dependencies.length > 0 ? ends : [this.node]) {
      nodes.addChild(parent, node);
    }
  }

  #close(task: DagTask, runs: readonly StepRun[]): void {
    if (task.node?.type === 'TaskGroup') {
      const failed = runs
        .map(({ node }) => node)
        .filter(node => node?.failed)
        .at(-1);
      const phase = failed?.phase ?? 'Succeeded';
      this.#site.operation.nodes.mark(task.node, phase);
    }
    task.closed = true;
    this.#setVariables(task);
  }

  #setVariables({ step, node, runs = [] }: DagTask): void {
    if (node) {
      const items = runs.flatMap(run => run.node ?? []);
      this.#scope.setAll(`tasks.${step.name}`, {
        ...nodeVariables(node),
        ...(node.type === 'TaskGroup' ? aggregateVariables(items) : {}),
      });
    }
  }

  #succeed(): void {
    const { nodes, memo, now } = this.#site.operation;
    try {
      const outputs = templateOutputs(this.#options.template, this.#scope);
      if (outputs) {
        nodes.update(this.node, { outputs });
      }
    } catch (error) {
      nodes.mark(this.node, 'Error', messageOf(error));
      throw error;
    }
    if (this.node.memoization) {
      memo.save(this.node.memoization, this.node.outputs ?? {}, now);
    }
    this.#end('Succeeded');
  }

  #end(phase: NodePhase): void {
    const { nodes } = this.#site.operation;
    const ends = this.#tasks.targets.flatMap(({ node }) =>
      node ? outboundNodes(node, id => nodes.get(id)) : [],
    );
    nodes.update(this.node, { outboundNodes: ends.map(({ id }) => id) });
    nodes.mark(this.node, phase);
  }
}
