import { evaluateWhen } from '../expressions/evaluate';
import { Scope } from '../expressions/Scope';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { Step } from '../spec/Step';
import { scopeName } from '../spec/TemplateSource';
import { HookRunner } from './HookRunner';
import { nodeVariables } from './nodeVariables';
import { CallSite } from './Operation';
import { TemplateExecution } from './TemplateExecution';

/** Options of a {@link StepRun}. */
export interface StepRunOptions {
  readonly site: CallSite;
  /** With its references resolved, and only one item of what it expands to. */
  readonly step: Step;
  /** Of the node. */
  readonly name: string;
  /** Of the step as it is declared. */
  readonly stepName: string;
  /** `steps` or `tasks`, which the variables of the step begin with. */
  readonly prefix: 'steps' | 'tasks';
  /** The variables that its hooks know. */
  readonly scope: Scope;
}

/** A step or task that is called: its condition, its template, its hooks and its exit handler. */
export class StepRun {
  readonly #options: StepRunOptions;
  readonly #execution: TemplateExecution;
  readonly #hooks?: HookRunner;
  #skipped?: WorkflowNode;
  #done = false;

  constructor(options: StepRunOptions) {
    this.#options = options;
    const { site, step, name, stepName } = options;
    const { running, exit } = step.hooks;
    this.#execution = new TemplateExecution({
      site,
      name,
      stepName,
      call: step.call,
    });
    this.#hooks =
      running.length > 0 || exit ? new HookRunner(site, step.hooks) : undefined;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Undefined as long as it has not begun. */
  get node(): WorkflowNode | undefined {
    return this.#skipped ?? this.#execution.node;
  }

  /** It has ended, and so has all that hooks onto it. */
  get done(): boolean {
    return this.#done;
  }

  /** It failed, and what calls it minds. */
  get failed(): boolean {
    const { node } = this;
    const { failed, error } = this.#options.step.continueOn;
    return (
      node !== undefined &&
      ((node.phase === 'Failed' && !failed) ||
        (node.phase === 'Error' && !error))
    );
  }

  /**
   * Goes on as far as it can at the current time.
   *
   * @throws Error in Argo's words where it cannot be run
   */
  advance(): void {
    if (this.#done) {
      return;
    }
    if (!this.node && !this.#mayRun()) {
      this.#done = true;
      return;
    }
    this.#execution.advance();
    const { node } = this.#execution;
    this.#done = node !== undefined && this.#advanceHooks(node);
  }

  #mayRun(): boolean {
    const { when } = this.#options.step;
    try {
      if (evaluateWhen(when)) {
        return true;
      }
    } catch (error) {
      this.#skip('Error', error instanceof Error ? error.message : '');
      throw error;
    }
    this.#skip('Skipped', `when '${when}' evaluated false`);
    return false;
  }

  #skip(phase: 'Error' | 'Skipped', message: string): void {
    const { site, step, name } = this.#options;
    this.#skipped = site.operation.nodes.create({
      name,
      type: 'Skipped',
      phase,
      boundary: site.boundary,
      call: step.call,
      templateScope: scopeName(site.source),
      flag: {},
      message,
    });
  }

  /** Whether the node has ended, and all that hooks onto it. */
  #advanceHooks(node: WorkflowNode): boolean {
    if (!this.#hooks) {
      return node.fulfilled;
    }
    const { scope, prefix, stepName } = this.#options;
    const own = new Scope(scope);
    own.setAll(`${prefix}.${stepName}`, nodeVariables(node));
    const ended = this.#hooks.advance(node, own);
    if (!ended || !node.fulfilled) {
      return false;
    }
    return node.completed ? this.#hooks.advanceExit(node, own) : true;
  }
}
