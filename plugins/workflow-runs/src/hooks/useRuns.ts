import { useApi } from '@backstage/core-plugin-api';
import {
  Polled,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunsQuery,
  RunsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { runsStores } from '../polling/runsStores';

/** One page of the runs that the user may see, asked for every 5 seconds. */
export function useRuns(query: RunsQuery): Polled<RunsResponse> {
  return usePolled(runsStores(useApi(workflowRunsApiRef)).list(query));
}
