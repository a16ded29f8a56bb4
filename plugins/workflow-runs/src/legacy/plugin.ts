import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { workflowRunsApiRef } from '../api/WorkflowRunsApi';
import { WorkflowRunsClient } from '../api/WorkflowRunsClient';
import {
  runPageRouteRef,
  runRouteRef,
  runsPageRouteRef,
  runsRouteRef,
} from '../routes';

/**
 * The workflow-runs plugin, for portals on the old frontend system.
 *
 * @public
 */
export const workflowRunsPlugin = createPlugin({
  id: 'workflow-runs',
  routes: {
    root: runsRouteRef,
    run: runRouteRef,
  },
  externalRoutes: {
    runsPage: runsPageRouteRef,
    runPage: runPageRouteRef,
  },
  apis: [
    createApiFactory({
      api: workflowRunsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new WorkflowRunsClient({ fetchApi }),
    }),
  ],
});
