import { useApi } from '@backstage/core-plugin-api';
import {
  Polled,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { TimelineResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { runsStores } from '../polling/runsStores';

/** The nodes of a run, asked for every second while Argo tells how it goes on, and less often otherwise. */
export function useTimeline(uid: string): Polled<TimelineResponse> {
  return usePolled(runsStores(useApi(workflowRunsApiRef)).timeline(uid));
}
