/** `spec.type` of the catalog entities of planes that run workflows. */
export const WORKFLOW_PLANE_TYPES: readonly string[] = [
  'workflow-plane',
  'build-plane',
];

/** Matches the catalog entities of planes that run workflows. */
export const workflowPlaneFilter = {
  kind: 'resource',
  'spec.type': { $in: [...WORKFLOW_PLANE_TYPES] },
};

const EXISTS = { $exists: true } as const;

/** Matches entities that have runs: components and projects of OpenChoreo, and what stands for a workflow. */
export const runsFilter = {
  $any: [
    { 'metadata.annotations.openchoreo.dev/component': EXISTS },
    { 'metadata.labels.openchoreo.dev/component': EXISTS },
    { 'metadata.annotations.openchoreo.dev/project': EXISTS },
    { 'metadata.labels.openchoreo.dev/project': EXISTS },
    { 'metadata.annotations.openchoreo.dev/workflow': EXISTS },
  ],
};

/** Matches all entities above. */
export const anyRunsFilter = { $any: [runsFilter, workflowPlaneFilter] };
