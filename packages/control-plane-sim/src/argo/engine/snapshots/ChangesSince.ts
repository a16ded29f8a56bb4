import { describePod } from '../pods/describePod';
import { podEvents } from '../pods/podEvents';
import { PodRun } from '../pods/PodRun';
import { SimulatedEvent } from '../SimulatedEvent';
import { SimulatedPod } from '../SimulatedPod';
import { WorkflowChanges } from '../SimulatedWorkflow';
import { Look, workflowEvents } from '../status/workflowEvents';
import { World } from '../World';

/** Options of {@link ChangesSince}. */
export interface ChangesSinceOptions {
  readonly world: World;
  readonly workflow: boolean;
  readonly touched: ReadonlySet<PodRun>;
  readonly looks: readonly Look[];
  readonly from: number;
  readonly until: number;
}

/** What changed, told only when asked: who has thousands of pods may want to know of few of them. */
export class ChangesSince implements WorkflowChanges {
  readonly workflow: boolean;
  readonly #options: ChangesSinceOptions;

  constructor(options: ChangesSinceOptions) {
    this.workflow = options.workflow;
    this.#options = options;
  }

  get pods(): readonly SimulatedPod[] {
    const { world, touched, until } = this.#options;
    return Array.from(touched, pod =>
      describePod({ pod, state: pod.state }, world.workflow.name, until),
    );
  }

  get events(): readonly SimulatedEvent[] {
    const { world, touched, looks, from, until } = this.#options;
    const { name, namespace } = world.workflow;
    return [
      ...workflowEvents(looks, name),
      ...Array.from(touched, pod =>
        podEvents({ pod, state: pod.state }, namespace, from, until),
      ).flat(),
    ].sort((a, b) => a.at - b.at);
  }
}
