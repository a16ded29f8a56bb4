/**
 * OpenChoreo workflow runs for a Backstage portal.
 *
 * @packageDocumentation
 */
export { workflowRunsPlugin as default } from './plugin';
