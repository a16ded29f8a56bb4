import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  anyRunsFilter,
  runsFilter,
  workflowPlaneFilter,
} from '../entity/filters';

export const entityRunsContent = EntityContentBlueprint.make({
  params: {
    path: 'workflow-runs',
    title: 'Workflow runs',
    filter: anyRunsFilter,
    loader: () =>
      import('../components/EntityRunsContent').then(m => (
        <m.EntityRunsContent />
      )),
  },
});

export const latestRunsCard = EntityCardBlueprint.make({
  name: 'latest-runs',
  params: {
    filter: runsFilter,
    loader: () =>
      import('../components/RunCards').then(m => <m.LatestRunsCard />),
  },
});

export const runsInProgressCard = EntityCardBlueprint.make({
  name: 'runs-in-progress',
  params: {
    filter: workflowPlaneFilter,
    loader: () =>
      import('../components/RunCards').then(m => <m.RunsInProgressCard />),
  },
});
