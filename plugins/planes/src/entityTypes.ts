/** `spec.type` of the catalog entities of planes. */
export const PLANE_ENTITY_TYPES: readonly string[] = [
  'data-plane',
  'workflow-plane',
  'build-plane',
  'observability-plane',
];

/** `spec.type` of the catalog entities that stand for the agents that several planes share. */
export const PLANE_CLUSTER_ENTITY_TYPE = 'plane-cluster';
