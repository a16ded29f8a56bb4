import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiPlayLine } from '@remixicon/react';
import { runsRouteRef } from '../routes';

export const workflowRunsPage = PageBlueprint.make({
  params: {
    path: '/workflow-runs',
    title: 'Workflow runs',
    icon: <RiPlayLine />,
    routeRef: runsRouteRef,
    // Each of its pages has a head of its own.
    noHeader: true,
    loader: () =>
      import('../components/WorkflowRunsPage').then(m => (
        <m.WorkflowRunsPage />
      )),
  },
});
