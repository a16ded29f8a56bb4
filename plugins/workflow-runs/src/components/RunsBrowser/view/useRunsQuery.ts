import { useNow } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runsQuery, RunsView } from './runsView';

const MINUTE_MS = 60_000;

/** What to ask the backend for, which moves on with the time where the view is of the last hours or days. */
export function useRunsQuery(view: RunsView, scope: RunsQuery): RunsQuery {
  return runsQuery(view, scope, useNow(MINUTE_MS));
}
