import { evaluateCondition } from '../expressions/evaluate';
import { Scope } from '../expressions/Scope';
import { substitute } from '../expressions/substitute';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { Hook, Hooks } from '../spec/Hook';
import { readTemplateCall } from '../spec/TemplateCall';
import { CallSite, mayRun } from './Operation';
import { TemplateExecution } from './TemplateExecution';

/** Runs what hooks onto a step, a task or a workflow. */
export class HookRunner {
  readonly #site: CallSite;
  readonly #hooks: Hooks;
  readonly #started = new Map<Hook, TemplateExecution>();

  constructor(site: CallSite, hooks: Hooks) {
    this.#site = site;
    this.#hooks = hooks;
  }

  /** Starts the hooks whose expression holds, and lets those go on that have started. Whether none of them still runs. */
  advance(parent: WorkflowNode, scope: Scope): boolean {
    let ended = true;
    for (const hook of this.#hooks.running) {
      const { expression } = hook;
      if (expression === undefined) {
        throw new Error(
          `Expression required for hook ${parent.name}.hooks.${hook.name}`,
        );
      }
      if (this.#started.has(hook) || evaluateCondition(expression, scope)) {
        const name = `${parent.name}.hooks.${hook.name}`;
        ended = this.#run(hook, name, parent, scope) && ended;
      }
    }
    return ended;
  }

  /** Runs the exit handler. Whether there is none, or it has ended. */
  advanceExit(parent: WorkflowNode, scope: Scope): boolean {
    const { exit } = this.#hooks;
    if (!exit || !mayRun(this.#site.operation.shutdown, true)) {
      return true;
    }
    if (
      !this.#started.has(exit) &&
      exit.expression &&
      !evaluateCondition(exit.expression, scope)
    ) {
      return true;
    }
    return this.#run(exit, `${parent.name}.onExit`, parent, scope);
  }

  #run(hook: Hook, name: string, parent: WorkflowNode, scope: Scope): boolean {
    const execution = this.#started.get(hook) ?? this.#start(hook, name, scope);
    execution.advance();
    const { node } = execution;
    if (node) {
      this.#site.operation.nodes.addChild(parent, node);
    }
    return node?.fulfilled === true;
  }

  #start(hook: Hook, name: string, scope: Scope): TemplateExecution {
    const isExit = hook === this.#hooks.exit;
    const execution = new TemplateExecution({
      site: { ...this.#site, onExit: this.#site.onExit || isExit },
      name,
      stepName: hook.name,
      call: readTemplateCall(substitute(hook.raw, scope)),
      flag: { hooked: true },
    });
    this.#started.set(hook, execution);
    return execution;
  }
}
