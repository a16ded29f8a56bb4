import { isJsonObject, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { Scope } from '../expressions/Scope';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { createGlobalScope } from '../spec/globalScope';
import { readArguments } from '../spec/TemplateCall';
import { validateWorkflow } from '../spec/validateWorkflow';
import { WorkflowPhase } from '../status/WorkflowStatus';
import { assessPod } from './assessPod';
import { endDaemons } from './endDaemons';
import { HookRunner } from './HookRunner';
import { limitExecution } from './limitExecution';
import { CallSite, mayRun, Operation, stoppedMessage } from './Operation';
import { TemplateExecution } from './TemplateExecution';
import { WorkflowLocks } from './WorkflowLocks';

const PHASES: Readonly<Record<string, WorkflowPhase>> = {
  Pending: 'Pending',
  Running: 'Running',
  Succeeded: 'Succeeded',
  Skipped: 'Succeeded',
  Omitted: 'Succeeded',
  Failed: 'Failed',
  Error: 'Error',
};

/** What the controller is told by those who change the workflow. */
export interface ControllerState {
  readonly suspended: boolean;
}

/** Looks at a workflow again and again, as Argo's controller does, and brings it forward as far as it can each time. */
export class Controller {
  readonly #operation: Operation;
  readonly #globals: Scope;
  readonly #entry: TemplateExecution;
  readonly #hooks: HookRunner;
  readonly #site: CallSite;
  readonly #locks: WorkflowLocks;
  #exit?: TemplateExecution;

  constructor(operation: Operation) {
    const { workflow } = operation;
    this.#operation = operation;
    this.#globals = operation.globals;
    this.#locks = new WorkflowLocks(operation);
    this.#site = {
      operation,
      source: workflow.source,
      onExit: false,
      depth: 0,
    };
    this.#entry = new TemplateExecution({
      site: this.#site,
      name: workflow.name,
      stepName: workflow.name,
      call: {
        template: workflow.entrypoint,
        arguments: readArguments(workflow.spec.arguments),
      },
    });
    this.#hooks = new HookRunner(this.#site, {
      running: workflow.hooks.running,
    });
  }

  /** One look. */
  look(state: ControllerState): void {
    const { status, nodes } = this.#operation;
    const before = nodes.revision + status.revision;
    const first = status.fields.phase === undefined;
    if (status.completed || (first && !this.#admit()) || this.#isLocked()) {
      this.#settlePods();
      return;
    }
    if (status.fields.phase !== 'Running') {
      this.#start();
    }
    const podRunning = first ? undefined : this.#assessPods();
    this.#limit(first);
    if (!state.suspended) {
      this.#execute();
    }
    endDaemons(this.#operation);
    if (podRunning !== undefined && nodes.revision + status.revision > before) {
      status.update({ podRunning });
    }
    if (status.completed) {
      this.#locks.release();
    }
  }

  /** Ends what may not run any longer. */
  #limit(first: boolean): void {
    const { workflow, status, now } = this.#operation;
    const { startedAt = now } = status.fields;
    const { activeDeadlineSeconds = Infinity } = workflow;
    const deadline = startedAt + activeDeadlineSeconds * 1_000;
    if (!first) {
      limitExecution(this.#operation, deadline);
    }
    if (now < deadline && deadline !== Infinity) {
      this.#operation.requeueAt(deadline);
    }
  }

  /** Checks the workflow. What is wrong ends it. */
  #admit(): boolean {
    const { workflow } = this.#operation;
    if (workflow.unresolved !== undefined) {
      this.#complete('Error', workflow.unresolved);
      return false;
    }
    const problem = validateWorkflow(workflow);
    if (problem !== undefined) {
      this.#complete('Failed', `invalid spec: ${problem}`);
      return false;
    }
    try {
      createGlobalScope(workflow);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#complete('Failed', `failed to set global parameters: ${reason}`);
      return false;
    }
    return true;
  }

  #start(): void {
    const { status, now } = this.#operation;
    status.update({
      phase: 'Running',
      message: '',
      startedAt: status.fields.startedAt ?? now,
      admitted: true,
    });
    this.#globals.set('workflow.status', 'Running');
  }

  /** Whether locks that the workflow needs are held by others, which it then waits for. */
  #isLocked(): boolean {
    const { status, shutdown } = this.#operation;
    const message = this.#locks.acquire();
    if (message === undefined) {
      return false;
    }
    if (shutdown === 'Terminate') {
      this.#complete('Succeeded', '');
    } else if (status.fields.message !== message) {
      status.update({ phase: 'Pending', message, admitted: true });
    }
    return true;
  }

  #settlePods(): void {
    const { pods } = this.#operation;
    for (const pod of pods.takeUnseen()) {
      pods.settle(pod);
    }
  }

  /** Whether a pod was found to run that did not before. */
  #assessPods(): boolean {
    let running = false;
    for (const pod of this.#operation.pods.takeUnseen()) {
      running = assessPod(pod, this.#operation) || running;
      this.#publishOutputs(pod.node);
    }
    return running;
  }

  /** Outputs with a global name become outputs of the workflow. */
  #publishOutputs({ outputs }: WorkflowNode): void {
    const { status } = this.#operation;
    for (const parameter of listAt(outputs, 'parameters')) {
      const globalName = stringAt(parameter, 'globalName');
      const value = stringAt(parameter, 'value');
      if (globalName !== undefined && value !== undefined) {
        const others = listAt(status.fields.outputs, 'parameters')
          .filter(isJsonObject)
          .filter(({ name }) => name !== globalName);
        const parameters = [...others, { name: globalName, value }];
        status.update({ outputs: { ...status.fields.outputs, parameters } });
        this.#globals.set(`workflow.outputs.parameters.${globalName}`, value);
      }
    }
  }

  /** Brings templates, hooks and exit handler forward, and the workflow to its end. */
  #execute(): void {
    try {
      this.#entry.advance();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#complete('Error', `error in entry template execution: ${reason}`);
      return;
    }
    const { node } = this.#entry;
    if (!node) {
      return;
    }
    this.#globals.set('workflow.status', PHASES[node.phase]);
    this.#setFailures();
    if (!this.#advanceHooks(node) || !node.fulfilled) {
      return;
    }
    const exit = this.#advanceExit();
    if (exit !== 'pending') {
      this.#conclude(node, exit);
    }
  }

  #advanceHooks(node: WorkflowNode): boolean {
    try {
      return this.#hooks.advance(node, this.#globals);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#operation.nodes.mark(node, 'Error', reason);
      return true;
    }
  }

  /** The failed nodes, for exit handlers. */
  #setFailures(): void {
    const { nodes } = this.#operation;
    if (this.#operation.workflow.hooks.exit && this.#entry.node?.fulfilled) {
      const failures = [...nodes.all]
        .filter(({ failed }) => failed)
        .map(({ displayName, init, message, phase }) => ({
          displayName,
          message,
          templateName: init.call?.template ?? '',
          phase,
        }));
      this.#globals.set('workflow.failures', JSON.stringify(failures));
    }
  }

  #advanceExit(): WorkflowNode | undefined | 'pending' {
    const { workflow, shutdown } = this.#operation;
    const { exit } = workflow.hooks;
    if (!exit || (!this.#exit && !mayRun(shutdown, true))) {
      return undefined;
    }
    this.#exit ??= new TemplateExecution({
      site: { ...this.#site, onExit: true },
      name: `${workflow.name}.onExit`,
      stepName: 'onExit',
      call: {
        ...exit.call,
        arguments:
          exit.call.arguments.parameters.size > 0
            ? exit.call.arguments
            : readArguments(workflow.spec.arguments),
      },
      flag: { hooked: true },
    });
    try {
      this.#exit.advance();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#complete('Error', `error in exit template execution : ${reason}`);
      return 'pending';
    }
    return this.#exit.node?.fulfilled ? this.#exit.node : 'pending';
  }

  #conclude(node: WorkflowNode, exit: WorkflowNode | undefined): void {
    const { shutdown } = this.#operation;
    const phase = PHASES[node.phase];
    if (phase === 'Succeeded' && exit?.failed) {
      this.#complete(PHASES[exit.phase], exit.message);
    } else if (phase === 'Succeeded') {
      this.#complete('Succeeded', '');
    } else {
      this.#complete(
        phase,
        node.failed && shutdown ? stoppedMessage(shutdown) : node.message,
      );
    }
  }

  #complete(phase: WorkflowPhase, message: string): void {
    const { status, nodes, now } = this.#operation;
    const { node } = this.#entry;
    if (phase === 'Error' && node?.phase === 'Running') {
      nodes.mark(node, 'Error', 'Workflow operation error');
    }
    status.update({
      phase,
      message,
      startedAt: status.fields.startedAt ?? now,
      finishedAt: now,
    });
  }
}
