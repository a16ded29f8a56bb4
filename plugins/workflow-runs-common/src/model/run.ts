import type { RunPhase } from './phases';
import type { RunKind } from './runKinds';

/** Where a run's custom resource is found. @public */
export interface RunRef {
  /** The control plane's name in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
  readonly kind: RunKind;
  readonly namespace: string;
  readonly name: string;
}

/** The workflow that a run is of. @public */
export interface WorkflowRef {
  /** `Workflow` or `ClusterWorkflow`; `ComponentWorkflow` or `ClusterWorkflowTemplate` (of a Build) of older releases. */
  readonly kind: string;
  readonly name: string;
}

/** A condition of a run's status (metav1.Condition). @public */
export interface RunCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

/** A task of `status.tasks`: a pod of the Argo workflow, as far as the control plane wrote it down. @public */
export interface RunTask {
  readonly name: string;
  readonly phase:
    | 'Pending'
    | 'Running'
    | 'Succeeded'
    | 'Failed'
    | 'Skipped'
    | 'Error';
  /** ISO 8601, as all times here. */
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly message?: string;
}

/** The Argo workflow in the workflow plane's cluster. @public */
export interface RunReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** The source that a run builds, as its parameters tell. @public */
export interface RunSource {
  readonly repository?: string;
  readonly branch?: string;
  readonly commit?: string;
}

/** Who or what started a run. @public */
export interface RunTrigger {
  /** The entity reference of the user who started it from the portal. */
  readonly user?: string;
  /** The name of the run that it repeats. */
  readonly rerunOf?: string;
}

/**
 * A run, in one shape for all kinds and releases.
 *
 * @remarks
 * `parameters` may hold secrets: they leave the backend only after {@link maskSecrets} or with the permission to see them.
 *
 * @public
 */
export interface Run {
  readonly ref: RunRef;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly createdAt: string;
  readonly deletedAt?: string;
  readonly phase: RunPhase;
  readonly workflow?: WorkflowRef;
  readonly project?: string;
  readonly component?: string;
  readonly trigger: RunTrigger;
  readonly source: RunSource;
  /** When the controller picked the run up; not when Argo started. */
  readonly startedAt?: string;
  /** When the controller noticed the end; up to 20 s after Argo's. */
  readonly completedAt?: string;
  readonly conditions: readonly RunCondition[];
  readonly reference?: RunReference;
  /** In the order of their start. */
  readonly tasks: readonly RunTask[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly ttlAfterCompletion?: string;
}

/** Why an object is not a run. @public */
export interface NotARun {
  readonly reason: 'not-an-object' | 'other-kind' | 'no-name' | 'no-uid';
  /** What can be said of the object, for a log. */
  readonly detail?: string;
}

/** What came of reading an object. @public */
export type RunParseResult =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly error: NotARun };
