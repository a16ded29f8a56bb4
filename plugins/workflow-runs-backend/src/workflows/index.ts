export { followWorkflows } from './followWorkflows';
export type { Workflows } from './followWorkflows';
export type { WorkflowFacts, WorkflowKind } from './readWorkflow';
