/**
 * OpenChoreo workflow runs for a Backstage portal.
 *
 * @packageDocumentation
 */
export { workflowRunsPlugin as default } from './plugin';
export { runPermissionRules, runResourceRef } from './access';
export type { RunFilter, RunResource } from './access';
