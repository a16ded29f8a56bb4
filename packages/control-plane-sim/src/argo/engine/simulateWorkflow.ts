import { WorkflowSimulationOptions } from './options';
import { SimulatedWorkflow } from './SimulatedWorkflow';
import { WorkflowSimulation } from './WorkflowSimulation';

/** Options of {@link simulateWorkflow}. */
export interface SimulateWorkflowOptions extends WorkflowSimulationOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The workflow as it is at `now`: a pure function of the options. */
export function simulateWorkflow(
  options: SimulateWorkflowOptions,
): SimulatedWorkflow {
  const simulation = WorkflowSimulation.create(options);
  simulation.advance(options.now);
  return simulation.snapshot();
}
