import { useRouteRef } from '@backstage/core-plugin-api';
import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  NO_FILTERS,
  writeRunsView,
} from '../components/RunsBrowser/view/runsView';
import { runsPageRouteRef } from '../routes';

/** The address of the page of all runs that a query lets through; undefined where the portal has no such page. */
export function useRunsHref(query: RunsQuery): string | undefined {
  const route = useRouteRef(runsPageRouteRef);
  const { workflow = [], namespace = [], phase = [] } = query;
  const params = writeRunsView(new URLSearchParams(), {
    ...NO_FILTERS,
    workflows: workflow,
    namespaces: namespace,
    phases: phase,
    project: query.project,
    component: query.component,
    plane: query.plane,
    order: 'newest',
  });
  return route && `${route()}?${params}`;
}
