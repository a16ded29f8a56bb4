import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { runsRouteRef } from '../routes';
import { workflowRunsPlugin } from './plugin';

/**
 * The page of all runs and those of each run below it, for a route of its own:
 * `<Route path="/workflow-runs" element={<WorkflowRunsPage />} />`.
 *
 * @public
 */
export const WorkflowRunsPage: () => JSX.Element = workflowRunsPlugin.provide(
  createRoutableExtension({
    name: 'WorkflowRunsPage',
    component: () =>
      import('../components/WorkflowRunsPage').then(m => m.WorkflowRunsPage),
    mountPoint: runsRouteRef,
  }),
);

/**
 * Entity content: the runs of a component or of a workflow, or those on a plane.
 *
 * @public
 */
export const EntityWorkflowRunsContent: () => JSX.Element =
  workflowRunsPlugin.provide(
    createComponentExtension({
      name: 'EntityWorkflowRunsContent',
      component: {
        lazy: () =>
          import('../components/EntityRunsContent').then(
            m => m.EntityRunsContent,
          ),
      },
    }),
  );

/**
 * Entity card: the latest runs of a component or of a workflow.
 *
 * @public
 */
export const EntityLatestRunsCard: () => JSX.Element | null =
  workflowRunsPlugin.provide(
    createComponentExtension({
      name: 'EntityLatestRunsCard',
      component: {
        lazy: () =>
          import('../components/RunCards').then(m => m.LatestRunsCard),
      },
    }),
  );

/**
 * Entity card: the runs that are pending or running on a plane.
 *
 * @public
 */
export const EntityRunsInProgressCard: () => JSX.Element | null =
  workflowRunsPlugin.provide(
    createComponentExtension({
      name: 'EntityRunsInProgressCard',
      component: {
        lazy: () =>
          import('../components/RunCards').then(m => m.RunsInProgressCard),
      },
    }),
  );
