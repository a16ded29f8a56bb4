/**
 * The planes plugin for portals that have not moved to the new frontend system.
 *
 * @packageDocumentation
 */

export {
  EntityPlaneAgentCACard,
  EntityPlaneClusterCard,
  EntityPlaneConditionsCard,
  EntityPlaneFactsCard,
  EntityPlaneFindingsCard,
  EntityPlaneStateCard,
  EntityRelatedPlanesCard,
  PlanesHomeCard,
  PlanesPage,
  PlaneSearchResultListItem,
} from './legacy/extensions';
export type { PlaneSearchResultListItemProps } from './components/PlaneSearchResultListItem';
export {
  EntityPlaneConnectionTestCard,
  EntityPlaneDependentsCard,
  EntityPlaneHistoryContent,
} from './legacy/healthExtensions';
export { isPlaneAvailable, isPlaneClusterAvailable } from './legacy/conditions';
export { planesPlugin } from './legacy/plugin';
