export { readWorkflowRunsConfig } from './readWorkflowRunsConfig';
export type { WorkflowRunsConfig } from './readWorkflowRunsConfig';
