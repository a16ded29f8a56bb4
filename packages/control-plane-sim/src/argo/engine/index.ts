export type {
  ContainerState,
  PodPhase,
  SimulatedContainer,
  SimulatedPod,
} from './SimulatedPod';
export type { SimulatedEvent, SimulatedEventObject } from './SimulatedEvent';
export type { SimulatedLogLine, SimulatedLogQuery } from './SimulatedLog';
export type { SimulatedWorkflow, WorkflowChanges } from './SimulatedWorkflow';
export type {
  ArgoVersion,
  ForeignLock,
  MemoizedResult,
  WorkflowAction,
  WorkflowIntervention,
  WorkflowSimulationOptions,
  WorkflowTiming,
} from './options';
export {
  simulateWorkflow,
  type SimulateWorkflowOptions,
} from './simulateWorkflow';
export { WorkflowSimulation } from './WorkflowSimulation';
export { LOG_KINDS } from './logs/logKinds';
