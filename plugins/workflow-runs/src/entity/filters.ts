import { FilterPredicate } from '@backstage/filter-predicates';

const EXISTS = { $exists: true } as const;

/** Matches the catalog entities of planes that run workflows. */
export const workflowPlaneFilter: FilterPredicate = {
  kind: 'resource',
  'spec.type': { $in: ['workflow-plane', 'build-plane'] },
};

/** Matches entities that have runs: components and projects of OpenChoreo, and what stands for a workflow. */
export const runsFilter: FilterPredicate = {
  $any: [
    { 'metadata.annotations.openchoreo.dev/component': EXISTS },
    { 'metadata.labels.openchoreo.dev/component': EXISTS },
    { 'metadata.annotations.openchoreo.dev/project': EXISTS },
    { 'metadata.labels.openchoreo.dev/project': EXISTS },
    { 'metadata.annotations.openchoreo.dev/workflow': EXISTS },
  ],
};

/** Matches all entities above. */
export const anyRunsFilter: FilterPredicate = {
  $any: [runsFilter, workflowPlaneFilter],
};
