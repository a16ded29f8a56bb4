import { useEntity } from '@backstage/plugin-catalog-react';
import { entityRunsQuery } from '../../entity/entityRuns';
import { RunsCard } from './RunsCard';

/** The latest runs of a component or of a workflow. */
export function LatestRunsCard() {
  const query = entityRunsQuery(useEntity().entity);
  return query ? (
    <RunsCard
      title="Latest runs"
      query={query}
      all={query}
      emptyText="There are no runs yet."
    />
  ) : null;
}
