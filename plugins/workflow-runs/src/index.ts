export { workflowRunsPlugin as default } from './plugin';
