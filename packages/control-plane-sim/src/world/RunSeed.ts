import { WorkflowAction } from '../argo/engine';
import { JsonObject } from '../objects/json';

/**
 * What has become of a run besides what its workflow does.
 *
 * - `submitted`: it is on its plane; the default
 * - `unreachable`: its plane never took it
 * - `refused`: it names a component that does not exist
 * - `workflow-missing`: it is of a workflow that does not exist
 * - `argo-gone`: its Argo workflow was deleted since
 */
export type RunFate =
  | 'submitted'
  | 'unreachable'
  | 'refused'
  | 'workflow-missing'
  | 'argo-gone';

/** A workflow run of a world. Durations in milliseconds. */
export interface RunSeed {
  readonly namespace: string;
  readonly name: string;
  /** `Workflow/NAME` or `ClusterWorkflow/NAME`. */
  readonly workflow: string;
  readonly project?: string;
  readonly component?: string;
  readonly parameters?: JsonObject;
  /** The entity reference of the person who started it from the portal. */
  readonly startedBy?: string;
  /** The run that it repeats. */
  readonly rerunOf?: string;
  /** How long before the start of the world it was created. */
  readonly age: number;
  readonly fate?: RunFate;
  /** How many times longer everything takes than the templates say. */
  readonly pace?: number;
  /** What its pods did otherwise than the templates say: annotations without their prefix, by the name of the template. */
  readonly behaviour?: Readonly<
    Record<string, Readonly<Record<string, string | number>>>
  >;
  /** Further fields of the Argo workflow's `spec`. */
  readonly spec?: JsonObject;
  /** What somebody did to it, and how long after its creation. */
  readonly interventions?: readonly {
    readonly after: number;
    readonly action: WorkflowAction;
    readonly node?: string;
  }[];
  /** A lock that somebody else holds. */
  readonly lock?: {
    readonly name: string;
    readonly holder: string;
    /** How long after the start of the world it is given back. */
    readonly heldFor: number;
  };
  /** So large that Argo compresses its nodes, so that the control plane tells no tasks of it. */
  readonly compressed?: boolean;
  /** Before the start of the world, how long the control plane has not seen its plane. */
  readonly unseenFor?: number;
}
