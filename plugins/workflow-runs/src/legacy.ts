/**
 * The workflow-runs plugin for portals that have not moved to the new frontend system.
 *
 * @packageDocumentation
 */

export {
  EntityLatestRunsCard,
  EntityRunsInProgressCard,
  EntityWorkflowRunsContent,
  WorkflowRunsPage,
} from './legacy/extensions';
export {
  isWorkflowPlaneAvailable,
  isWorkflowRunsAvailable,
} from './legacy/conditions';
export { workflowRunsPlugin } from './legacy/plugin';
