import { useApi } from '@backstage/core-plugin-api';
import {
  Polled,
  PollingStore,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  ArgoNode,
  NodeResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo } from 'react';
import { workflowRunsApiRef } from '../../api/WorkflowRunsApi';

const RUNNING_MS = 3_000;
const ENDED_MS = 30_000;

/** Inputs, outputs and pod of a node, asked for while they are shown. */
export function useNode(
  uid: string,
  node: Pick<ArgoNode, 'id' | 'phase'>,
): Polled<NodeResponse> {
  const api = useApi(workflowRunsApiRef);
  const { id, phase } = node;
  const running = phase === 'Running' || phase === 'Pending';
  const store = useMemo(
    () =>
      new PollingStore({
        load: signal => api.getNode(uid, id, { signal }),
        intervalMs: () => (running ? RUNNING_MS : ENDED_MS),
      }),
    [api, uid, id, running],
  );
  return usePolled(store);
}
