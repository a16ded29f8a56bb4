import { useEntity } from '@backstage/plugin-catalog-react';
import { entityRunsQuery } from '../../entity/entityRuns';
import { RunsCard } from './RunsCard';

/** The runs that are pending or running on a plane. */
export function RunsInProgressCard() {
  const query = entityRunsQuery(useEntity().entity);
  return query ? (
    <RunsCard
      title="Runs in progress"
      query={{ ...query, phase: ['Pending', 'Running'] }}
      all={query}
      emptyText="No run is in progress."
    />
  ) : null;
}
