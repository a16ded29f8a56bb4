import { JsonObject } from '../../../objects/json';

/** A workflow, and the plane that its runs go to. */
export interface WorkflowSeed {
  /** Undefined for a ClusterWorkflow. */
  readonly namespace?: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** `WorkflowPlane/NAME` or `ClusterWorkflowPlane/NAME`. */
  readonly workflowPlane: string;
  /** Builds a component from its repository. */
  readonly builder?: boolean;
  /** How long runs are kept, such as `30d`. */
  readonly ttlAfterCompletion: string;
  /** The schema of the parameters. */
  readonly parameters?: JsonObject;
  /** `spec` of the Argo workflow, with OpenChoreo's expressions in it. */
  readonly spec: JsonObject;
  /** What a run needs in the plane's cluster besides. */
  readonly resources?: readonly JsonObject[];
}
