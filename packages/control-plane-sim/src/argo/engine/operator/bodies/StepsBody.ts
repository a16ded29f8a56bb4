import { Scope } from '../../expressions/Scope';
import { outboundNodes } from '../../nodes/outboundNodes';
import { WorkflowNode } from '../../nodes/WorkflowNode';
import { CallSite } from '../Operation';
import { templateOutputs } from '../templateOutputs';
import { Body, BodyOptions, bodyNode } from './Body';
import { StepGroup } from './StepGroup';

const FAIL_FAST =
  'template has failed or errored children and failFast enabled';

/** Groups of steps, one after the other. */
export class StepsBody implements Body {
  readonly node: WorkflowNode;
  readonly #options: BodyOptions;
  readonly #site: CallSite;
  readonly #scope: Scope;
  readonly #groups: StepGroup[] = [];

  constructor(options: BodyOptions) {
    this.#options = options;
    this.node = bodyNode(options, 'Steps', 'Running');
    this.#site = {
      operation: options.site.operation,
      source: options.source,
      boundary: this.node,
      boundaryTemplate: options.template,
      onExit: options.site.onExit,
      depth: options.site.depth + 1,
    };
    this.#scope = new Scope(options.site.operation.globals);
  }

  operate(): void {
    const { nodes } = this.#site.operation;
    const { steps } = this.#options.template;
    while (!this.node.fulfilled) {
      const group = this.#groups.at(-1);
      if (group && !group.node.fulfilled) {
        group.operate();
        if (!group.node.fulfilled && !this.#failFast(group)) {
          return;
        }
      }
      if (group?.node.failed) {
        this.#setOutboundNodes(group);
        nodes.mark(this.node, 'Failed', group.node.message);
        return;
      }
      if (group) {
        for (const [name, variables] of group.variables()) {
          this.#scope.setAll(`steps.${name}`, variables);
        }
      }
      if (this.#groups.length === steps.length) {
        this.#succeed(group);
        return;
      }
      this.#begin(group);
    }
  }

  /** With failFast, the first failure ends the template once nothing runs any more. */
  #failFast(group: StepGroup): boolean {
    const { failFast } = this.#options.template;
    if (!failFast || this.node.failedChildren === 0 || group.isActive) {
      return false;
    }
    this.#site.operation.nodes.mark(group.node, 'Failed', FAIL_FAST);
    return true;
  }

  /** Begins the next group, which hangs on the ends of the one before. */
  #begin(before: StepGroup | undefined): void {
    const { nodes } = this.#site.operation;
    const index = this.#groups.length;
    const group = new StepGroup({
      site: this.#site,
      name: `${this.node.name}[${index}]`,
      steps: this.#options.template.steps[index],
      scope: this.#scope,
    });
    this.#groups.push(group);
    const parents = before ? this.#endsOf(before) : [this.node];
    for (const parent of parents) {
      nodes.addChild(parent, group.node);
    }
  }

  #succeed(last: StepGroup | undefined): void {
    const { nodes, memo, now } = this.#site.operation;
    if (last) {
      this.#setOutboundNodes(last);
    }
    const outputs = templateOutputs(this.#options.template, this.#scope);
    if (outputs) {
      nodes.update(this.node, { outputs });
    }
    if (this.node.memoization) {
      memo.save(this.node.memoization, this.node.outputs ?? {}, now);
    }
    nodes.mark(this.node, 'Succeeded');
  }

  #endsOf(group: StepGroup): WorkflowNode[] {
    const { nodes } = this.#site.operation;
    const children = [...group.node.children];
    return children.length > 0
      ? children.flatMap(child => outboundNodes(child, id => nodes.get(id)))
      : [group.node];
  }

  #setOutboundNodes(group: StepGroup): void {
    const ends = group.node.children.size > 0 ? this.#endsOf(group) : [];
    this.#site.operation.nodes.update(this.node, {
      outboundNodes: ends.map(({ id }) => id),
    });
  }
}
