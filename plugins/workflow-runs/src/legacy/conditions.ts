import { Entity } from '@backstage/catalog-model';
import { entityRunsQuery, isWorkflowPlane } from '../entity/entityRuns';

/**
 * A condition for `EntitySwitch` and the routes of entity pages: the entity is a plane that runs workflows.
 *
 * @public
 */
export function isWorkflowPlaneAvailable(entity: Entity): boolean {
  return isWorkflowPlane(entity);
}

/**
 * A condition for `EntitySwitch` and the routes of entity pages: the entity says which runs are its own, or is a plane that
 * runs workflows.
 *
 * @public
 */
export function isWorkflowRunsAvailable(entity: Entity): boolean {
  return entityRunsQuery(entity) !== undefined;
}
