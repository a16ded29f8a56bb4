import { useApi } from '@backstage/core-plugin-api';
import {
  Polled,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunBaseline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { runsStores } from '../polling/runsStores';

/** How long earlier runs of the same workflow took. */
export function useBaseline(uid: string): Polled<RunBaseline> {
  return usePolled(runsStores(useApi(workflowRunsApiRef)).baseline(uid));
}
