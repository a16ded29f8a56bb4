import { useApi } from '@backstage/core-plugin-api';
import {
  Polled,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { runsStores } from '../polling/runsStores';

/** A run as its control plane has it, asked for every 2 seconds until it has ended. */
export function useRun(uid: string): Polled<RunResponse> {
  return usePolled(runsStores(useApi(workflowRunsApiRef)).run(uid));
}
