import { Scope } from '../../expressions/Scope';
import { substitute } from '../../expressions/substitute';
import { evaluateCondition } from '../../expressions/evaluate';
import { podName } from '../../names/nodeNames';
import { NodePhase, WorkflowNode } from '../../nodes/WorkflowNode';
import { RetryStrategy } from '../../spec/Template';
import { anyTextAt } from '../../values/text';
import { durationInWords } from '../../values/durations';
import { stoppedMessage } from '../Operation';
import { Body, BodyOptions, bodyNode } from './Body';
import { createBody } from './createBody';

/** What follows from how an attempt ended. */
type Verdict =
  | { readonly next: 'attempt' }
  | { readonly next: 'wait'; readonly until: number; readonly message: string }
  | { readonly next: 'end'; readonly message: string };

/** A template that is tried again when it fails: a node over the nodes of its attempts. */
export class RetryBody implements Body {
  readonly node: WorkflowNode;
  readonly #options: BodyOptions;
  readonly #strategy: RetryStrategy;
  readonly #attempts: Body[] = [];

  constructor(options: BodyOptions, strategy: RetryStrategy) {
    this.#options = options;
    this.#strategy = strategy;
    this.node = bodyNode(
      {
        ...options,
        // What hooks call shares its flag with its attempts.
        flag: options.flag && { ...options.flag, retried: true },
      },
      'Retry',
      'Running',
    );
  }

  operate(): void {
    const { nodes } = this.#options.site.operation;
    while (!this.node.fulfilled) {
      const last = this.#attempts.at(-1);
      if (!last) {
        this.#attempt();
        continue;
      }
      last.operate();
      if (!last.node.fulfilled) {
        return;
      }
      if (last.node.daemoned) {
        nodes.mark(this.node, 'Running');
        nodes.update(this.node, { daemoned: true });
        return;
      }
      if (!this.#goOn(last.node)) {
        return;
      }
    }
  }

  /** Ends, waits or tries again. Whether there is more to do now. */
  #goOn(last: WorkflowNode): boolean {
    const { operation } = this.#options.site;
    const { nodes } = operation;
    if (!last.failed) {
      nodes.update(this.node, { outputs: last.outputs });
      nodes.mark(this.node, 'Succeeded');
      return false;
    }
    const verdict = this.#judge(last);
    switch (verdict.next) {
      case 'wait':
        nodes.mark(this.node, this.node.phase, verdict.message);
        operation.requeueAt(verdict.until);
        return false;
      case 'end':
        nodes.update(this.node, { outputs: last.outputs });
        nodes.mark(this.node, last.phase, verdict.message);
        return false;
      default:
        nodes.mark(this.node, this.node.phase, '');
        this.#attempt();
        return true;
    }
  }

  #judge(last: WorkflowNode): Verdict {
    const { shutdown } = this.#options.site.operation;
    const { limit = Infinity, expression } = this.#strategy;
    const made = this.#attempts.length;
    if (shutdown) {
      return { next: 'end', message: stoppedMessage(shutdown) };
    }
    const waiting = this.#backOff(last, made, limit);
    if (waiting) {
      return waiting;
    }
    if (!this.#isTriedAfter(last.phase)) {
      return { next: 'end', message: last.message };
    }
    if (made > limit) {
      return { next: 'end', message: 'No more retries left' };
    }
    if (expression && !evaluateCondition(expression, this.#lastRetry())) {
      return {
        next: 'end',
        message: 'retryStrategy.expression evaluated to false',
      };
    }
    return { next: 'attempt' };
  }

  #backOff(
    last: WorkflowNode,
    made: number,
    limit: number,
  ): Verdict | undefined {
    const { backoff } = this.#strategy;
    if (!backoff) {
      return undefined;
    }
    const { now } = this.#options.site.operation;
    const { duration, factor, cap = Infinity, maxDuration } = backoff;
    const [first] = this.#attempts;
    const deadline = first.node.startedAt + (maxDuration ?? Infinity);
    if (now > deadline) {
      return { next: 'end', message: 'Max duration limit exceeded' };
    }
    const wait = Math.min(
      cap,
      factor ? duration * factor ** (made - 1) : duration,
    );
    const until = (last.finishedAt ?? now) + wait;
    if (until > deadline) {
      return {
        next: 'end',
        message: 'Backoff would exceed max duration limit',
      };
    }
    return now < until && made <= limit
      ? { next: 'wait', until, message: `Backoff for ${durationInWords(wait)}` }
      : undefined;
  }

  #isTriedAfter(phase: NodePhase): boolean {
    switch (this.#strategy.policy) {
      case 'Always':
        return true;
      case 'OnError':
        return phase === 'Error';
      case 'OnTransientError':
        return false;
      default:
        return phase === 'Failed';
    }
  }

  /** Variables about the attempts so far. */
  #lastRetry(): Scope {
    const last = this.#attempts.at(-1)?.node;
    const seconds = last
      ? ((last.finishedAt ?? last.startedAt) - last.startedAt) / 1_000
      : 0;
    return new Scope(this.#options.site.operation.globals, {
      retries: String(Math.max(0, this.#attempts.length - 1)),
      'lastRetry.exitCode':
        anyTextAt(last?.outputs, 'exitCode') ?? (last ? '-1' : '0'),
      'lastRetry.status': last?.phase ?? '',
      'lastRetry.duration': String(Math.round(seconds)),
      'lastRetry.message': last?.message ?? '',
    });
  }

  #attempt(): void {
    const { site, template, flag } = this.#options;
    const { workflow, nodes, templates } = site.operation;
    const attempt = this.#attempts.length;
    const name = `${this.#options.name}(${attempt})`;
    const scope = this.#lastRetry();
    scope.set('retries', String(attempt));
    scope.set('pod.name', podName(workflow.name, name, template.name));
    const body = createBody({
      ...this.#options,
      name,
      attempt,
      template: templates.read(substitute(template.raw, scope), () => scope),
      flag: { ...flag, retried: true },
      node: undefined,
    });
    this.#attempts.push(body);
    nodes.addChild(this.node, body.node);
  }
}
