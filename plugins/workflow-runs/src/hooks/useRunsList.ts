import { useApi } from '@backstage/core-plugin-api';
import {
  LatestAnswer,
  useLatestAnswer,
  usePolled,
  useUnchanged,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunsQuery,
  RunsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo } from 'react';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { runsStores } from '../polling/runsStores';

/** The value of {@link useRunsList}. */
export interface RunsList extends LatestAnswer<RunsResponse, RunsQuery> {
  /** Has at least so many runs loaded, if there are so many. */
  want: (runs: number) => void;
}

/**
 * The runs that the user may see, as far as they were asked for: at first 200. While the query changes, the previous answer
 * stays.
 *
 * @param query - without `limit` and `cursor`
 */
export function useRunsList(query: RunsQuery): RunsList {
  const stores = runsStores(useApi(workflowRunsApiRef));
  const current = useUnchanged(query);
  const { store, want } = useMemo(
    () => stores.pages(current),
    [stores, current],
  );
  return { ...useLatestAnswer(usePolled(store), current), want };
}
