import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of all runs. */
export const runsRouteRef = createRouteRef({ id: 'workflow-runs' });

/** The page of one run; `uid` is that of its custom resource. */
export const runRouteRef = createSubRouteRef({
  id: 'workflow-runs-run',
  parent: runsRouteRef,
  path: '/:uid',
});

/** The way to the page of all runs, for what is shown in a portal that may leave the page out. */
export const runsPageRouteRef = createExternalRouteRef({
  id: 'workflow-runs-runs-page',
  optional: true,
  defaultTarget: 'workflow-runs.root',
});

/** The way to the page of one run, for every place that links to runs; a portal may leave it out. */
export const runPageRouteRef = createExternalRouteRef({
  id: 'workflow-runs-run-page',
  params: ['uid'],
  optional: true,
  defaultTarget: 'workflow-runs.run',
});
