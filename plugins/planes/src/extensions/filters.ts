import { PLANE_CLUSTER_ENTITY_TYPE, PLANE_ENTITY_TYPES } from '../entityTypes';

/** Matches the catalog entities of planes. */
export const planeFilter = {
  kind: 'resource',
  'spec.type': { $in: [...PLANE_ENTITY_TYPES] },
};

/** Matches the catalog entities that stand for the agents that several planes share. */
export const planeClusterFilter = {
  kind: 'resource',
  'spec.type': PLANE_CLUSTER_ENTITY_TYPE,
};
