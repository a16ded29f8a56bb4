export { DEMO_WORKFLOWS } from './demoWorkflows';
export { CLUSTER_TEMPLATES } from './clusterTemplates';
export type { WorkflowSeed } from './WorkflowSeed';
