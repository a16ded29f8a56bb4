import { JsonObject } from '../../objects/json';

/** Which release of Argo Workflows writes the status. */
export type ArgoVersion = '3.7' | '4.1';

/** What somebody does to a workflow while it runs. */
export type WorkflowAction =
  /** `spec.suspend: true`: no new node starts. */
  | 'suspend'
  /** Takes `suspend` back. Suspended nodes stay so. */
  | 'resume'
  /** `spec.shutdown: Stop`: exit handlers still run. */
  | 'stop'
  /** `spec.shutdown: Terminate`: nothing runs any more. */
  | 'terminate'
  /** Resumes one suspended node, or all of them. `argo resume` does this and `resume`. */
  | 'resume-node';

/** An action, and when it reaches the cluster. */
export interface WorkflowIntervention {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly action: WorkflowAction;
  /** For `resume-node`: the id, name or display name of the node; all, where left out. */
  readonly node?: string;
}

/** A result that an earlier workflow left in a cache. */
export interface MemoizedResult {
  readonly cacheName: string;
  readonly key: string;
  /** As in the status of a node. */
  readonly outputs: JsonObject;
}

/** A lock that somebody else holds for a while. */
export interface ForeignLock {
  /** `NAMESPACE/Mutex/NAME` for a mutex, `NAMESPACE/ConfigMap/NAME/KEY` for a semaphore. */
  readonly name: string;
  /** Who holds it: `NAMESPACE/WORKFLOW` or `NAMESPACE/WORKFLOW/NODE`. */
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Absent where it is never given back. */
  readonly until?: number;
}

/** How fast the simulated controller and cluster are. */
export interface WorkflowTiming {
  /** How long after a change the controller looks at the workflow again. Argo's default is 10 000. */
  readonly requeueMs: number;
  /** From the creation of the workflow to its first look. */
  readonly startDelayMs: number;
  /** How much later each further pod of one look is created. */
  readonly podCreationMs: number;
}

/** What a simulated workflow is made of. All that happens follows from it. */
export interface WorkflowSimulationOptions {
  /**
   * The workflow as it was created: `metadata` with `name`, `namespace` and `creationTimestamp`, `spec` with templates or a
   * `workflowTemplateRef`. What its spec says of `suspend` and `shutdown` holds from the start, unless an intervention tells
   * when that was set.
   */
  readonly workflow: JsonObject;
  readonly interventions?: readonly WorkflowIntervention[];
  /** Defaults to 4.1. */
  readonly argoVersion?: ArgoVersion;
  /** WorkflowTemplates by `NAME` and ClusterWorkflowTemplates by `cluster/NAME`: whole objects. */
  readonly workflowTemplates?: ReadonlyMap<string, JsonObject>;
  readonly memoized?: readonly MemoizedResult[];
  readonly locks?: readonly ForeignLock[];
  /** How many may hold a semaphore, by its name; one, where nothing is said. */
  readonly semaphoreLimits?: ReadonlyMap<string, number>;
  /** Names of the cluster's nodes that pods run on. Without them, pods and nodes of the workflow name none. */
  readonly hosts?: readonly string[];
  readonly timing?: Partial<WorkflowTiming>;
  /** How `nodes` are compressed where the object exceeds `maxBytes`. Defaults to gzip, as Argo's does. */
  readonly compression?: 'gzip' | 'brotli' | 'none';
  /** Defaults to 1 MiB, as Argo's does. */
  readonly maxBytes?: number;
}
