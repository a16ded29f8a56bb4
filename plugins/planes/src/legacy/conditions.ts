import { Entity } from '@backstage/catalog-model';
import { PLANE_CLUSTER_ENTITY_TYPE, PLANE_ENTITY_TYPES } from '../entityTypes';

/**
 * A condition for `EntitySwitch`: the entity is a plane.
 *
 * @public
 */
export function isPlaneAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLowerCase() === 'resource' &&
    PLANE_ENTITY_TYPES.includes(`${entity.spec?.type}`)
  );
}

/**
 * A condition for `EntitySwitch`: the entity stands for agents that several planes share.
 *
 * @public
 */
export function isPlaneClusterAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLowerCase() === 'resource' &&
    entity.spec?.type === PLANE_CLUSTER_ENTITY_TYPE
  );
}
