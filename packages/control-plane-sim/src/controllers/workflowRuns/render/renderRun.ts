import { isJsonObject, JsonObject, objectAt } from '../../../objects/json';
import { applyDefaults } from '../../../schema/applyDefaults';
import { parseSchema } from '../../../schema/Schema';
import { listAt, textAt } from '../../fields';
import {
  renderObject,
  renderTemplate,
  TemplateScope,
  textOf,
} from './renderTemplate';

/** What a run's objects are rendered from. */
export interface RunToRender {
  readonly namespace: string;
  readonly name: string;
  readonly labels: JsonObject;
  readonly parameters: JsonObject;
  /** `spec` of the Workflow or ClusterWorkflow. */
  readonly workflowSpec: JsonObject;
  /** The namespace of the plane's cluster that the run goes to. */
  readonly planeNamespace: string;
  /** The secret store of the plane. */
  readonly secretStore?: string;
}

/** The objects to create in the plane's cluster. */
export interface RenderedRun {
  /** The Argo workflow. */
  readonly workflow: JsonObject;
  /** What it needs besides. */
  readonly resources: readonly JsonObject[];
}

function scopeOf(run: RunToRender): TemplateScope {
  const { openAPIV3Schema } = objectAt(run.workflowSpec, 'parameters');
  return {
    metadata: {
      namespaceName: run.namespace,
      workflowRunName: run.name,
      namespace: run.planeNamespace,
      labels: run.labels,
    },
    parameters: openAPIV3Schema
      ? applyDefaults(run.parameters, parseSchema(openAPIV3Schema))
      : run.parameters,
    workflowplane: { secretStore: run.secretStore ?? '' },
  };
}

/** Marks what belongs to a run, which is not told by anything else in the plane's cluster. */
function labelled(object: JsonObject, run: RunToRender): JsonObject {
  const metadata = objectAt(object, 'metadata');
  return {
    ...object,
    metadata: {
      ...metadata,
      namespace: run.planeNamespace,
      labels: {
        ...objectAt(metadata, 'labels'),
        'openchoreo.dev/workflowrun': run.name,
        'openchoreo.dev/workflowrun-namespace': run.namespace,
        'openchoreo.dev/managed-by': 'workflowrun-controller',
      },
    },
  };
}

/** Argo takes texts only. */
function withTextParameters(workflow: JsonObject): JsonObject {
  const spec = objectAt(workflow, 'spec');
  if (!isJsonObject(spec.arguments)) {
    return workflow;
  }
  const parameters = listAt(spec.arguments, 'parameters').map(parameter =>
    isJsonObject(parameter) && parameter.value !== undefined
      ? { ...parameter, value: textOf(parameter.value) }
      : parameter,
  );
  return {
    ...workflow,
    spec: { ...spec, arguments: { ...spec.arguments, parameters } },
  };
}

function hasName(object: JsonObject): boolean {
  const name = textAt(object.metadata, 'name');
  return name !== undefined && !name.startsWith('-');
}

/**
 * Renders the templates of a workflow for a run.
 *
 * @throws Error where an expression cannot be evaluated, or the workflow has no template
 */
export function renderRun(run: RunToRender): RenderedRun {
  const { runTemplate } = run.workflowSpec;
  if (!isJsonObject(runTemplate)) {
    throw new Error('workflow has no runTemplate');
  }
  const scope = scopeOf(run);
  const included = listAt(run.workflowSpec, 'resources')
    .filter(isJsonObject)
    .filter(
      ({ includeWhen }) =>
        !includeWhen || renderTemplate(includeWhen, scope) === true,
    );
  return {
    workflow: labelled(
      withTextParameters(renderObject(runTemplate, scope)),
      run,
    ),
    resources: included
      .map(resource => renderObject(objectAt(resource, 'template'), scope))
      .filter(hasName)
      .map(resource => labelled(resource, run)),
  };
}
