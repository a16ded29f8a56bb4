import { isJsonObject, JsonObject, objectAt } from '../../../objects/json';
import {
  SimulatedWorkflow,
  simulateWorkflow,
  WorkflowSimulationOptions,
} from '../index';

/** When workflows of tests are created. */
export const CREATED_AT = Date.parse('2026-11-21T08:00:00Z');

/** A time so many seconds after the creation. */
export function after(seconds: number): number {
  return CREATED_AT + seconds * 1_000;
}

/** A workflow whose first template is the entrypoint. */
export function workflowOf(
  templates: readonly JsonObject[],
  spec: JsonObject = {},
): JsonObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {
      name: 'wf',
      namespace: 'runs',
      creationTimestamp: new Date(CREATED_AT).toISOString(),
    },
    spec: { entrypoint: templates[0]?.name, templates, ...spec },
  };
}

/** A template that is a pod, and what it does. */
export function podTemplate(
  name: string,
  behaviour: Readonly<Record<string, string>> = { duration: '2' },
  further: JsonObject = {},
): JsonObject {
  const annotations = Object.fromEntries(
    Object.entries(behaviour).map(([key, value]) => [`sim/${key}`, value]),
  );
  return {
    name,
    metadata: { annotations },
    container: { image: 'alpine:3', command: ['sh'] },
    ...further,
  };
}

/** A template of steps. */
export function stepsTemplate(
  name: string,
  groups: readonly (readonly JsonObject[])[],
  further: JsonObject = {},
): JsonObject {
  return { name, steps: groups, ...further };
}

/** A template of tasks. */
export function dagTemplate(
  name: string,
  tasks: readonly JsonObject[],
  further: JsonObject = {},
): JsonObject {
  return { name, dag: { tasks, ...further } };
}

/** What a call is given. */
export function given(values: Readonly<Record<string, string>>): JsonObject {
  return {
    arguments: {
      parameters: Object.entries(values).map(([name, value]) => ({
        name,
        value,
      })),
    },
  };
}

/** The workflow so many seconds after its creation, by a controller that looks every second. */
export function simulateUntil(
  seconds: number,
  workflow: JsonObject,
  options: Omit<WorkflowSimulationOptions, 'workflow'> = {},
): SimulatedWorkflow {
  return simulateWorkflow({
    timing: { requeueMs: 1_000 },
    ...options,
    workflow,
    now: after(seconds),
  });
}

/** The nodes by their display names, each with its type, phase and message. */
export function outline({ status }: SimulatedWorkflow): JsonObject {
  return Object.fromEntries(
    Object.values(objectAt(status, 'nodes'))
      .filter(isJsonObject)
      .map(({ displayName, type, phase, message }) => [
        displayName,
        [type, phase, ...(message === undefined ? [] : [message])].join(' '),
      ]),
  );
}

/** The node with the display name; an empty object where there is none. */
export function nodeNamed(
  { status }: SimulatedWorkflow,
  displayName: string,
): JsonObject {
  return (
    Object.values(objectAt(status, 'nodes'))
      .filter(isJsonObject)
      .find(node => node.displayName === displayName) ?? {}
  );
}
