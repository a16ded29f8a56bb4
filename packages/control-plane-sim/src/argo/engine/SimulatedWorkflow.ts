import { JsonObject } from '../../objects/json';
import { SimulatedEvent } from './SimulatedEvent';
import { SimulatedLogLine, SimulatedLogQuery } from './SimulatedLog';
import { SimulatedPod } from './SimulatedPod';

/** A workflow as it is at a moment, as its controller and the cluster would show it. */
export interface SimulatedWorkflow {
  /** As Argo writes it: `nodes`, or `compressedNodes` where the object would be too large. */
  readonly status: JsonObject;
  /** The labels that Argo sets on the workflow, to be merged with its own. */
  readonly labels: Readonly<Record<string, string>>;
  /** The annotations that Argo sets on the workflow, to be merged with its own. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Terminal: nothing will change any more, except by deletion. */
  readonly completed: boolean;
  /** The pods that exist, in the order of their creation. */
  readonly pods: readonly SimulatedPod[];
  /** All so far, in order of time. */
  readonly events: readonly SimulatedEvent[];
  /**
   * When to look again, in milliseconds since 1970: nothing that this object shows changes before, logs excepted, which grow
   * all the time. Absent where nothing will change without an intervention.
   */
  readonly nextChangeAt?: number;
  /** The lines that the container has written; none where there is no such pod or container, or it has not started. */
  log(query: SimulatedLogQuery): readonly SimulatedLogLine[];
}

/** What changed while time went on. */
export interface WorkflowChanges {
  /** The workflow's status, labels or annotations. */
  readonly workflow: boolean;
  /** The pods that are new or changed, as they are now. A pod with `deletedAt` is gone. */
  readonly pods: readonly SimulatedPod[];
  /** The new events. */
  readonly events: readonly SimulatedEvent[];
}
