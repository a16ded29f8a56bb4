import { JsonObject, objectAt } from '../../objects/json';
import { ApiClient } from '../kubernetes/ApiClient';
import { openchoreoPath } from '../kubernetes/paths';
import { WorkflowRunResource } from './workflowRunResource';

/**
 * Reads `spec` of the workflow that a run is of.
 *
 * @throws ApiError 404 where there is no such workflow
 */
export async function resolveWorkflow(
  client: Pick<ApiClient, 'get'>,
  { namespace, workflow }: WorkflowRunResource,
): Promise<JsonObject> {
  const address =
    workflow.kind === 'ClusterWorkflow'
      ? { plural: 'clusterworkflows', name: workflow.name }
      : { plural: 'workflows', namespace, name: workflow.name };
  return objectAt(await client.get(openchoreoPath(address)), 'spec');
}
