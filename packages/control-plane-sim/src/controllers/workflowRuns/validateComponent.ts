import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import { listAt, textAt } from '../fields';
import { ApiClient } from '../kubernetes/ApiClient';
import { ApiError } from '../kubernetes/ApiError';
import { openchoreoPath } from '../kubernetes/paths';
import { WorkflowRunResource } from './workflowRunResource';

/** An object; undefined where there is none; `unserved` where the control plane does not know its kind. */
async function lookUp(
  client: Pick<ApiClient, 'get'>,
  address: { plural: string; namespace?: string; name: string },
): Promise<JsonObject | 'unserved' | undefined> {
  try {
    return await client.get(openchoreoPath(address));
  } catch (error) {
    if (ApiError.hasStatus(error, 404)) {
      return error.reason === 'NotFound' ? undefined : 'unserved';
    }
    throw error;
  }
}

function workflowText(reference: unknown): string {
  return `${textAt(reference, 'kind') ?? ''}/${
    textAt(reference, 'name') ?? ''
  }`;
}

/** The type of a component, whose name is `WORKLOAD/NAME`. */
async function lookUpType(
  client: Pick<ApiClient, 'get'>,
  namespace: string,
  reference: JsonObject,
): Promise<JsonObject | 'unserved' | undefined> {
  const name = textAt(reference, 'name')?.split('/')[1] ?? '';
  return lookUp(
    client,
    reference.kind === 'ClusterComponentType'
      ? { plural: 'clustercomponenttypes', name }
      : { plural: 'componenttypes', namespace, name },
  );
}

/** Why a component's type does not allow a workflow. */
function refusalByType(type: JsonObject, workflow: string): string | undefined {
  const name = textAt(objectAt(type, 'metadata'), 'name');
  const allowed = listAt(objectAt(type, 'spec'), 'allowedWorkflows').map(
    workflowText,
  );
  if (allowed.length === 0) {
    return `no workflows are allowed by component type "${name}", but workflow run references workflow ${workflow}`;
  }
  return allowed.includes(workflow)
    ? undefined
    : `workflow ${workflow} is not allowed for component type "${name}"; allowed: [${allowed.join(
        ', ',
      )}]`;
}

/**
 * Why a run may not be: it names a component that does not exist, is of another project, or does not have this workflow.
 * Undefined where it may, also where it names none or where the control plane knows no components.
 */
export async function validateComponent(
  client: Pick<ApiClient, 'get'>,
  { namespace, labels, workflow }: WorkflowRunResource,
): Promise<string | undefined> {
  const project = textAt(labels, 'openchoreo.dev/project');
  const name = textAt(labels, 'openchoreo.dev/component');
  if (!project && !name) {
    return undefined;
  }
  if (!project || !name) {
    return 'component workflow run must have both openchoreo.dev/project and openchoreo.dev/component labels';
  }
  const component = await lookUp(client, {
    plural: 'components',
    namespace,
    name,
  });
  if (component === 'unserved') {
    return undefined;
  }
  if (!component) {
    return `component "${name}" not found`;
  }
  const spec = objectAt(component, 'spec');
  const owner = textAt(objectAt(spec, 'owner'), 'projectName') ?? '';
  if (owner !== project) {
    return `workflow run project label "${project}" does not match component "${name}" owner project "${owner}"`;
  }
  const typeReference = objectAt(spec, 'componentType');
  const type = await lookUpType(client, namespace, typeReference);
  if (!type) {
    return `component type "${textAt(
      typeReference,
      'name',
    )}" not found for component "${name}"`;
  }
  const wanted = workflowText(workflow);
  const refusal = type === 'unserved' ? undefined : refusalByType(type, wanted);
  if (refusal) {
    return refusal;
  }
  const configured = spec.workflow;
  return isJsonObject(configured) && workflowText(configured) !== wanted
    ? `workflow run references workflow ${wanted} but component "${name}" is configured with workflow ${workflowText(
        configured,
      )}`
    : undefined;
}
