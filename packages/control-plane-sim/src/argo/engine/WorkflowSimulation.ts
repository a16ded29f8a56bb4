import { WorkflowIntervention, WorkflowSimulationOptions } from './options';
import { SimulatedWorkflow, WorkflowChanges } from './SimulatedWorkflow';

/**
 * A workflow whose time goes on when asked to. Everything that happens follows from its options and from the times, so that two
 * simulations with the same options agree, whatever steps they advance in.
 *
 * @example
 * ```ts
 * const simulation = WorkflowSimulation.create({ workflow, timing: { requeueMs: 1_000 } });
 * const changes = simulation.advance(Date.now());
 * if (changes.workflow) {
 *   await writeStatus(simulation.snapshot().status);
 * }
 * ```
 */
export class WorkflowSimulation {
  /** A workflow that was created just now; nothing has happened to it yet. */
  static create(options: WorkflowSimulationOptions): WorkflowSimulation {
    return new WorkflowSimulation(options);
  }

  private constructor(_options: WorkflowSimulationOptions) {}

  /** Lets everything happen that happens until `now`. A `now` that lies in the past changes nothing. */
  advance(_now: number): WorkflowChanges {
    return { workflow: false, pods: [], events: [] };
  }

  /** Adds what somebody does. It must not lie before the time that the simulation advanced to. */
  intervene(_intervention: WorkflowIntervention): void {}

  /** The workflow at the time that the simulation advanced to. Later calls do not change it. */
  snapshot(): SimulatedWorkflow {
    return {
      status: {},
      labels: {},
      annotations: {},
      completed: false,
      pods: [],
      events: [],
      log: () => [],
    };
  }
}
