import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPlayLine } from '@remixicon/react';
import { workflowRunsApi } from './extensions/api';
import {
  entityRunsContent,
  latestRunsCard,
  runsInProgressCard,
} from './extensions/entityPage';
import { workflowRunsPage } from './extensions/workflowRunsPage';
import {
  runPageRouteRef,
  runRouteRef,
  runsPageRouteRef,
  runsRouteRef,
} from './routes';

/**
 * The workflow-runs plugin: a page of all runs of OpenChoreo's workflows, a page of each with its timeline and logs, and what
 * the pages of components, workflows and planes show of them.
 *
 * @public
 */
export const workflowRunsPlugin = createFrontendPlugin({
  pluginId: 'workflow-runs',
  title: 'Workflow runs',
  icon: <RiPlayLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: runsRouteRef,
    run: runRouteRef,
  },
  externalRoutes: {
    runsPage: runsPageRouteRef,
    runPage: runPageRouteRef,
  },
  extensions: [
    workflowRunsApi,
    workflowRunsPage,
    entityRunsContent,
    latestRunsCard,
    runsInProgressCard,
  ],
});
