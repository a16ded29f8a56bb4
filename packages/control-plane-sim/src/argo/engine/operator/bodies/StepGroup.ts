import { JsonObject } from '../../../../objects/json';
import { Scope } from '../../expressions/Scope';
import { substitute } from '../../expressions/substitute';
import { WorkflowNode } from '../../nodes/WorkflowNode';
import { expandStep } from '../../spec/expandStep';
import { readStep, Step } from '../../spec/Step';
import { scopeName } from '../../spec/TemplateSource';
import { aggregateVariables, nodeVariables } from '../nodeVariables';
import { CallSite } from '../Operation';
import { StepRun } from '../StepRun';

/** Options of a {@link StepGroup}. */
export interface StepGroupOptions {
  readonly site: CallSite;
  /** Of the node. */
  readonly name: string;
  readonly steps: readonly JsonObject[];
  /** The variables of the steps before. */
  readonly scope: Scope;
}

/** Steps that run at the same time. */
export class StepGroup {
  readonly node: WorkflowNode;
  readonly #options: StepGroupOptions;
  #runs?: readonly StepRun[];
  /** All before it are done: with thousands of items, looking at each of them each time would take long. */
  #firstOpen = 0;

  constructor(options: StepGroupOptions) {
    const { site, name } = options;
    this.#options = options;
    this.node = site.operation.nodes.create({
      name,
      type: 'StepGroup',
      phase: 'Running',
      boundary: site.boundary,
      templateScope: scopeName(site.source),
      flag: {},
    });
  }

  /** Whether a step has begun and, with what hooks onto it, not ended. */
  get isActive(): boolean {
    return (this.#runs ?? []).some(({ node, done }) => node && !done);
  }

  operate(): void {
    const { nodes } = this.#options.site.operation;
    try {
      this.#runs ??= this.#plan();
      if (this.#advance(this.#runs)) {
        this.#end(this.#runs);
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      nodes.mark(this.node, 'Error', message);
    }
  }

  /** What later steps may refer to of those in this group. */
  variables(): Map<string, Record<string, string>> {
    const variables = new Map<string, Record<string, string>>();
    const items = new Map<string, WorkflowNode[]>();
    for (const { name, node } of this.#runs ?? []) {
      const own = name.slice(this.node.name.length + 1);
      const declared = own.replace(/\(\d+:.*$/, '');
      if (own === declared && node) {
        variables.set(own, nodeVariables(node));
      } else if (node && node.type !== 'Skipped') {
        const siblings = items.get(declared) ?? [];
        siblings.push(node);
        items.set(declared, siblings);
      }
    }
    for (const [name, nodesOfItems] of items) {
      variables.set(name, aggregateVariables(nodesOfItems));
    }
    return variables;
  }

  #plan(): StepRun[] {
    const { scope } = this.#options;
    return this.#options.steps
      .map(raw => readStep(substitute(raw, scope)))
      .flatMap(step =>
        (step.expands ? this.#expand(step) : [step]).map(each =>
          this.#run(each, step.name),
        ),
      );
  }

  #run(step: Step, stepName: string): StepRun {
    const { site, scope } = this.#options;
    return new StepRun({
      site,
      step,
      name: `${this.node.name}.${step.name}`,
      stepName,
      prefix: 'steps',
      scope,
    });
  }

  #expand(step: Step): Step[] {
    const expanded = expandStep(step);
    if (expanded.length === 0) {
      const { site } = this.#options;
      const { nodes } = site.operation;
      const skipped = nodes.create({
        name: `${this.node.name}.${step.name}`,
        type: 'Skipped',
        phase: 'Skipped',
        boundary: site.boundary,
        call: step.call,
        templateScope: scopeName(site.source),
        flag: {},
        message: 'Skipped, empty params',
      });
      nodes.addChild(this.node, skipped);
    }
    return expanded;
  }

  /** Whether all steps are done. */
  #advance(runs: readonly StepRun[]): boolean {
    const { nodes } = this.#options.site.operation;
    for (let index = this.#firstOpen; index < runs.length; index += 1) {
      const run = runs[index];
      this.#advanceStep(run);
      if (!run.node) {
        // There is no place for it, nor for those after it.
        return false;
      }
      nodes.addChild(this.node, run.node);
      if (run.done && index === this.#firstOpen) {
        this.#firstOpen += 1;
      }
    }
    return this.#firstOpen === runs.length;
  }

  #advanceStep(run: StepRun): void {
    try {
      run.advance();
    } catch (error) {
      if (run.node) {
        this.#options.site.operation.nodes.addChild(this.node, run.node);
      }
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `step group deemed errored due to child ${run.name} error: ${reason}`,
      );
    }
  }

  #end(runs: readonly StepRun[]): void {
    const { nodes } = this.#options.site.operation;
    const failed = runs.find(run => run.failed)?.node;
    if (failed) {
      nodes.mark(this.node, 'Failed', `child '${failed.id}' failed`);
    } else {
      nodes.mark(this.node, 'Succeeded');
    }
  }
}
