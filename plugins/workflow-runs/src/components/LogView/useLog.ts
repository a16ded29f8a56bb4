import { useApi } from '@backstage/core-plugin-api';
import { useMemo, useSyncExternalStore } from 'react';
import { workflowRunsApiRef } from '../../api/WorkflowRunsApi';
import { LogFollower, LogState } from './LogFollower';

/** A log, and what can be asked of it. */
export interface Log extends LogState {
  readonly loadOlder: () => void;
  readonly loadAll: () => void;
  readonly retry: () => void;
}

/** The log of a node, followed while it is shown. */
export function useLog(options: {
  uid: string;
  nodeId: string;
  container?: string;
}): Log {
  const { uid, nodeId, container } = options;
  const api = useApi(workflowRunsApiRef);
  const follower = useMemo(
    () =>
      new LogFollower({
        container,
        load: (query, signal) => api.getLogs(uid, nodeId, query, { signal }),
      }),
    [api, uid, nodeId, container],
  );
  const state = useSyncExternalStore(follower.subscribe, follower.getSnapshot);
  return useMemo(
    () => ({
      ...state,
      loadOlder: follower.loadOlder,
      loadAll: follower.loadAll,
      retry: follower.retry,
    }),
    [state, follower],
  );
}
