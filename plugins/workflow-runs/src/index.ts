/**
 * Runs of OpenChoreo's workflows in Backstage.
 *
 * @packageDocumentation
 */

export { workflowRunsPlugin as default } from './plugin';
