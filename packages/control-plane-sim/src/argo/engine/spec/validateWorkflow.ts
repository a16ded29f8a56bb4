import { stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { referencesIn } from '../expressions/substitute';
import { anyTextAt } from '../values/text';
import { dependencyNames } from './dependencies';
import { dependencyOrder } from './dependencyOrder';
import { readTemplate } from './readTemplate';
import { readStep } from './Step';
import { Template } from './Template';
import { TemplateCall } from './TemplateCall';
import { ResolvedTemplate, TemplateSource } from './TemplateSource';
import { WorkflowDefinition } from './WorkflowDefinition';

/** Where a call stands, as Argo's messages name it. */
type Place = string;

/** Follows all calls from the entrypoint and the handlers. The first thing that is wrong is thrown. */
class WorkflowValidator {
  readonly #workflow: WorkflowDefinition;
  readonly #seen = new Set<unknown>();

  constructor(workflow: WorkflowDefinition) {
    this.#workflow = workflow;
  }

  validate(): void {
    const { entrypoint, hooks, source } = this.#workflow;
    if (!entrypoint) {
      throw new Error('spec.entrypoint is required');
    }
    this.#call(
      { template: entrypoint, arguments: this.#arguments() },
      source,
      'spec.entrypoint',
    );
    for (const hook of [...hooks.running, hooks.exit]) {
      if (hook) {
        this.#resolve(hook.call, source, `hooks.${hook.name}`);
      }
    }
  }

  #arguments(): TemplateCall['arguments'] {
    const parameters = listAt(this.#workflow.spec.arguments, 'parameters').map(
      each => [stringAt(each, 'name') ?? '', ''] as const,
    );
    return { parameters: new Map(parameters), artifacts: [] };
  }

  #resolve(
    call: TemplateCall,
    caller: TemplateSource,
    place: Place,
  ): ResolvedTemplate {
    try {
      return this.#workflow.resolver.resolve(call, caller);
    } catch (error) {
      throw new Error(
        `${place} ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #call(call: TemplateCall, caller: TemplateSource, place: Place): void {
    const { raw, source } = this.#resolve(call, caller, place);
    const template = readTemplate(raw, this.#workflow.namespace);
    for (const input of listAt(template.inputs, 'parameters')) {
      const name = stringAt(input, 'name') ?? '';
      const given =
        call.arguments.parameters.has(name) ||
        ['value', 'default'].some(
          field => anyTextAt(input, field) !== undefined,
        );
      if (!given) {
        throw new Error(`${place} inputs.parameters.${name} was not supplied`);
      }
    }
    if (!this.#seen.has(raw)) {
      this.#seen.add(raw);
      this.#template(template, source);
    }
  }

  #template(template: Template, source: TemplateSource): void {
    const place = `templates.${template.name}`;
    if (template.kind === undefined) {
      throw new Error(
        `${place} template type unspecified. choose one of: container, containerSet, steps, script, resource, dag, suspend`,
      );
    }
    const inputs = listAt(template.inputs, 'parameters').map(
      input => `inputs.parameters.${stringAt(input, 'name') ?? ''}`,
    );
    if (template.kind === 'steps') {
      this.#steps(template, source, inputs);
    } else if (template.kind === 'dag') {
      this.#tasks(template, source, inputs);
    } else {
      checkReferences(template.raw, `${place}:`, name =>
        isKnown(name, inputs, []),
      );
      checkCycles(template.containers, `${place}.containerSet`);
    }
  }

  #steps(
    template: Template,
    source: TemplateSource,
    inputs: readonly string[],
  ): void {
    const before: string[] = [];
    for (const [index, group] of template.steps.entries()) {
      const steps = group.map(readStep);
      for (const step of steps) {
        checkReferences(
          step.raw,
          `templates.${template.name}.steps`,
          // A hook is about the step itself.
          name => isKnown(name, inputs, [...before, `steps.${step.name}`]),
        );
        this.#call(
          step.call,
          source,
          `templates.${template.name}.steps[${index}].${step.name}`,
        );
      }
      before.push(...steps.map(({ name }) => `steps.${name}`));
    }
  }

  #tasks(
    template: Template,
    source: TemplateSource,
    inputs: readonly string[],
  ): void {
    const tasks = template.tasks.map(readStep);
    const names = new Set(tasks.map(({ name }) => name));
    for (const task of tasks) {
      const place = `templates.${template.name}.tasks.${task.name}`;
      const missing = dependencyNames(task).find(name => !names.has(name));
      if (missing !== undefined) {
        throw new Error(`${place} dependency '${missing}' not defined`);
      }
      checkReferences(task.raw, place, name =>
        isKnown(
          name,
          inputs,
          [...names].map(each => `tasks.${each}`),
        ),
      );
      this.#call(task.call, source, place);
    }
    checkCycles(
      tasks.map(task => ({ ...task, dependencies: dependencyNames(task) })),
      `templates.${template.name}.tasks`,
    );
  }
}

function isKnown(
  name: string,
  inputs: readonly string[],
  siblings: readonly string[],
): boolean {
  if (/^(steps|tasks)\./.test(name)) {
    return (
      name === 'steps.name' ||
      name === 'tasks.name' ||
      siblings.some(sibling => name.startsWith(`${sibling}.`))
    );
  }
  return !name.startsWith('inputs.parameters.') || inputs.includes(name);
}

function checkReferences(
  raw: unknown,
  place: Place,
  known: (name: string) => boolean,
): void {
  const unknown = referencesIn(raw).find(name => !known(name));
  if (unknown !== undefined) {
    throw new Error(`${place} failed to resolve {{${unknown}}}`);
  }
}

interface Dependent {
  readonly name: string;
  readonly dependencies: readonly string[];
}

function checkCycles(dependents: readonly Dependent[], place: Place): void {
  const byName = new Map(
    dependents.map(({ name, dependencies }) => [name, dependencies]),
  );
  const { cycle } = dependencyOrder(
    [...byName.keys()],
    name => byName.get(name) ?? [],
  );
  if (cycle) {
    throw new Error(`${place} dependency cycle detected: ${cycle.join('->')}`);
  }
}

/** What is wrong with a workflow, in Argo's words; undefined where nothing is. */
export function validateWorkflow(
  workflow: WorkflowDefinition,
): string | undefined {
  try {
    new WorkflowValidator(workflow).validate();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
