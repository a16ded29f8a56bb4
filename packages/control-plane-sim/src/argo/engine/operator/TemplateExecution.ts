import { JsonObject, stringAt } from '../../../objects/json';
import { Scope } from '../expressions/Scope';
import { podName } from '../names/nodeNames';
import { NodeFlag, WorkflowNode } from '../nodes/WorkflowNode';
import { Template } from '../spec/Template';
import { TemplateCall } from '../spec/TemplateCall';
import { scopeName, TemplateSource } from '../spec/TemplateSource';
import { bindInputs, BoundInputs } from './bindInputs';
import { Body, BodyOptions, nodeTypeOf } from './bodies/Body';
import { createBody } from './bodies/createBody';
import { RetryBody } from './bodies/RetryBody';
import { CallSite } from './Operation';

/** How deep templates may call each other, as Argo has it. */
const MAX_DEPTH = 100;

/** Options of a {@link TemplateExecution}. */
export interface TemplateExecutionOptions {
  readonly site: CallSite;
  /** Of the node. */
  readonly name: string;
  /** Of the step, task or hook that calls. */
  readonly stepName: string;
  readonly call: TemplateCall;
  readonly flag?: NodeFlag;
}

/** A template that was found and given its arguments. */
interface PreparedTemplate extends BoundInputs {
  readonly template: Template;
  readonly source: TemplateSource;
}

/** One call of a template: from the wait for a place and for locks, to the end of its last attempt. */
export class TemplateExecution {
  readonly #options: TemplateExecutionOptions;
  #prepared?: PreparedTemplate;
  #body?: Body;
  #node?: WorkflowNode;

  constructor(options: TemplateExecutionOptions) {
    this.#options = options;
  }

  /** Undefined as long as nothing of it shows, because there was no place for it. */
  get node(): WorkflowNode | undefined {
    return this.#node;
  }

  /**
   * Goes on as far as it can at the current time.
   *
   * @throws Error in Argo's words where the template cannot be run; the node then says so too
   */
  advance(): void {
    if (!this.#node?.fulfilled) {
      this.#prepared ??= this.#prepare();
      this.#body ??= this.#start(this.#prepared);
      this.#body?.operate();
    }
    if (this.#node?.fulfilled) {
      this.#release();
    }
  }

  #prepare(): PreparedTemplate {
    const { site, call } = this.#options;
    const { workflow, status, templates } = site.operation;
    try {
      if (site.depth >= MAX_DEPTH) {
        throw new Error('Maximum recursion depth exceeded');
      }
      const resolved = workflow.resolver.resolve(call, site.source);
      const { raw, source, storedAs } = resolved;
      if (storedAs !== undefined) {
        status.storeTemplate(storedAs, raw);
      }
      const bound = bindInputs(raw, call.arguments);
      const template = templates.read(raw, () => this.#scope(raw, bound));
      return { template, source, ...bound };
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /** The variables that the template knows. */
  #scope(raw: JsonObject, { inputs, parameters }: BoundInputs): Scope {
    const { site, name, stepName } = this.#options;
    const { workflow, globals } = site.operation;
    const scope = new Scope(globals, {
      'node.name': name,
      'steps.name': stepName,
      'tasks.name': stepName,
      'inputs.parameters': JSON.stringify(inputs?.parameters ?? []),
    });
    if (raw.retryStrategy === undefined) {
      const template = stringAt(raw, 'name') ?? '';
      scope.set('pod.name', podName(workflow.name, name, template));
    }
    for (const [parameter, value] of parameters) {
      scope.set(`inputs.parameters.${parameter}`, value);
    }
    return scope;
  }

  /** Begins, unless there is no place or a lock is held by somebody else, or the result is known already. */
  #start(prepared: PreparedTemplate): Body | undefined {
    const { site } = this.#options;
    const { operation } = site;
    const { template } = prepared;
    if ((!this.#node && this.#isHeld()) || !this.#acquire(prepared)) {
      return undefined;
    }
    const outputs =
      template.memoize && operation.memo.load(template.memoize, operation.now);
    if (template.memoize && outputs) {
      const { key, cacheName } = template.memoize;
      this.#node ??= this.#createNode(prepared);
      operation.nodes.update(this.#node, {
        outputs,
        memoization: { hit: true, key, cacheName },
      });
      operation.nodes.mark(this.#node, 'Succeeded');
      return undefined;
    }
    try {
      const body = this.#createBody(prepared);
      this.#node = body.node;
      return body;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  #createBody(prepared: PreparedTemplate): Body {
    const { site, call, flag, name, stepName } = this.#options;
    const { template, source, inputs, parameters } = prepared;
    const options: BodyOptions = {
      template,
      source,
      inputs,
      parameters,
      site,
      call,
      name,
      stepName,
      flag,
      templateScope: scopeName(site.source),
      attempt: 0,
      node: this.#node,
    };
    const strategy =
      template.retryStrategy ?? site.operation.workflow.retryStrategy;
    return strategy ? new RetryBody(options, strategy) : createBody(options);
  }

  #acquire({ template, ...prepared }: PreparedTemplate): boolean {
    const { operation } = this.#options.site;
    const { locks, nodes, now } = operation;
    if (template.locks.length === 0) {
      return true;
    }
    const attempt = locks.acquire(this.#holder, template.locks, now);
    if (attempt.acquired) {
      if (this.#node) {
        nodes.mark(this.#node, 'Pending', '');
        nodes.update(this.#node, { waitingForLock: undefined });
      }
      return true;
    }
    this.#node ??= this.#createNode({ template, ...prepared });
    const { lock, message, freeAt } = attempt;
    if (this.#node.waitingForLock !== lock.name) {
      nodes.update(this.#node, { waitingForLock: lock.name });
    }
    nodes.mark(this.#node, 'Pending', message);
    if (freeAt !== undefined) {
      operation.requeueAt(freeAt);
    }
    return false;
  }

  get #holder(): string {
    const { site, name } = this.#options;
    const { workflow } = site.operation;
    return `${workflow.namespace}/${workflow.name}/${name}`;
  }

  #release(): void {
    const locks = this.#prepared?.template.locks ?? [];
    if (locks.length > 0) {
      this.#options.site.operation.locks.release(this.#holder, locks);
    }
  }

  /** A node that exists before what the template does begins. */
  #createNode({ template, inputs }: PreparedTemplate): WorkflowNode {
    const { site, name, call, flag } = this.#options;
    const type = template.retryStrategy ? 'Retry' : nodeTypeOf(template);
    return site.operation.nodes.create({
      name,
      type,
      phase: 'Pending',
      boundary: site.boundary,
      call,
      templateScope: scopeName(site.source),
      flag,
      inputs,
      reportsResult: type === 'Pod' && !template.daemon,
      containerSet: template.kind === 'container-set',
    });
  }

  /** Shows the error on the node, and hands it back. */
  #fail(cause: unknown): Error {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    const { site, name, call, flag } = this.#options;
    const { nodes } = site.operation;
    if (this.#node) {
      nodes.mark(this.#node, 'Error', error.message);
    } else {
      this.#node = nodes.create({
        name,
        type: 'Skipped',
        phase: 'Error',
        boundary: site.boundary,
        call,
        templateScope: scopeName(site.source),
        flag,
        message: error.message,
      });
    }
    return error;
  }

  /** Whether there is no place for a further node: as many run as may, or one has failed where that ends the others. */
  #isHeld(): boolean {
    const { site, flag } = this.#options;
    const { operation, boundary, boundaryTemplate } = site;
    const { parallelism = Infinity } = operation.workflow;
    if (operation.nodes.activePods >= parallelism) {
      return true;
    }
    if (!boundary || !boundaryTemplate) {
      return false;
    }
    // What hooks onto a node that has run still runs.
    const isFailing = boundaryTemplate.failFast && boundary.failedChildren > 0;
    return (
      boundary.activeChildren >= (boundaryTemplate.parallelism ?? Infinity) ||
      (isFailing && !flag?.hooked)
    );
  }
}
