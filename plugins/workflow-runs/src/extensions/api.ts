import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { WorkflowRunsClient } from '../api/WorkflowRunsClient';

export const workflowRunsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: workflowRunsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new WorkflowRunsClient({ fetchApi }),
    }),
});
