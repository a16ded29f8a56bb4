export {
  PlaneControllers,
  type PlaneControllersOptions,
} from './PlaneControllers';
export {
  SimulatedGateway,
  type AgentAccess,
  type SimulatedAgents,
} from './gateway/SimulatedGateway';
export type { AgentAddress, TunnelAddress } from './gateway/addresses';
export type { GatewayStatus } from './reconcile/agentConnection';
export { certificateFingerprints } from './gateway/clientCa';
export type {
  ApiConnection,
  GatewayConnection,
} from './kubernetes/HttpsConnection';
export { CURRENT_PLANE_KINDS, type GatewayPlaneType } from './planeKinds';
export { systemTiming, type Timing } from './timing';
export {
  WorkflowRunController,
  type WorkflowRunControllerOptions,
} from './workflowRuns/WorkflowRunController';
export type { WorkflowRunIntervals } from './workflowRuns/WorkflowRunReconciler';
export type {
  ResourceReference,
  WorkflowRunStatus,
  WorkflowTask,
} from './workflowRuns/workflowRunResource';
