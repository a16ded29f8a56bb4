import { JsonObject } from '../../../objects/json';

/** What the pods of a template do in the simulation: annotations without their prefix. */
export type Behaviour = Readonly<Record<string, string | number>>;

/** The annotations that steer a simulated pod. */
function simulated(behaviour: Behaviour): JsonObject {
  return {
    annotations: Object.fromEntries(
      Object.entries(behaviour).map(([name, value]) => [
        `sim/${name}`,
        String(value),
      ]),
    ),
  };
}

/** Resources that a container asks for. */
export function requests(cpu: string, memory: string): JsonObject {
  return { container: { resources: { requests: { cpu, memory } } } };
}

/** A template that runs one container. */
export function pod(
  name: string,
  image: string,
  script: string,
  behaviour: Behaviour,
  further: JsonObject = {},
): JsonObject {
  const { container, ...template } = further;
  return {
    name,
    metadata: simulated({ jitter: 0.15, ...behaviour }),
    container: {
      image,
      command: ['sh', '-c'],
      args: [script],
      resources: { requests: { cpu: '500m', memory: '256Mi' } },
      ...(typeof container === 'object' && container),
    },
    ...template,
  };
}

/** Declares inputs that a template is called with. */
export function inputs(...names: string[]): JsonObject {
  return { inputs: { parameters: names.map(name => ({ name })) } };
}

/** Arguments of a step, a task or a workflow. */
export function withArguments(values: Record<string, string>): JsonObject {
  return {
    arguments: {
      parameters: Object.entries(values).map(([name, value]) => ({
        name,
        value,
      })),
    },
  };
}

/** A step, or a task of a DAG, that runs a template. */
export function call(
  name: string,
  template: string,
  further: JsonObject = {},
): JsonObject {
  return { name, template, ...further };
}

/** A step that runs a template of a ClusterWorkflowTemplate: `NAME/TEMPLATE`. */
export function callShared(
  name: string,
  reference: string,
  further: JsonObject = {},
): JsonObject {
  const [templateName, template] = reference.split('/');
  return {
    name,
    templateRef: { name: templateName, template, clusterScope: true },
    ...further,
  };
}

/** The `spec` of an Argo workflow. */
export function argoSpec(
  entrypoint: string,
  templates: readonly JsonObject[],
  further: JsonObject = {},
): JsonObject {
  return {
    entrypoint,
    serviceAccountName: 'workflow-sa',
    ...further,
    templates,
  };
}
