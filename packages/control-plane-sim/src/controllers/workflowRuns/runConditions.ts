import { Condition } from '../planeResource';
import { findCondition, setCondition } from '../reconcile/conditions';

/** The part of a run that conditions are written for. */
export interface ConditionedRun {
  readonly generation: number;
  readonly status: { readonly conditions: readonly Condition[] };
}

type Draft = Omit<Condition, 'lastTransitionTime' | 'observedGeneration'>;

function running(status: 'True' | 'False', message: string): Draft {
  // The reason is the same for both, in every release.
  return {
    type: 'WorkflowRunning',
    status,
    reason: 'WorkflowRunning',
    message,
  };
}

function completed(
  status: 'True' | 'False',
  reason: string,
  message: string,
): Draft {
  return { type: 'WorkflowCompleted', status, reason, message };
}

function failed(reason: string, message: string): Draft {
  return { type: 'WorkflowFailed', status: 'True', reason, message };
}

/** Something that becomes of a run, as its conditions say it. */
export type RunOutcome = readonly Draft[];

/** The run was accepted. */
export const PENDING: RunOutcome = [
  completed('False', 'WorkflowPending', 'Workflow has not completed yet'),
];

/** Argo says that the workflow runs. */
export const RUNNING: RunOutcome = [
  running('True', 'Argo Workflow is running'),
];

/** Argo says that the workflow has succeeded. */
export const SUCCEEDED: RunOutcome = [
  running('False', 'Argo Workflow running has completed'),
  {
    type: 'WorkflowSucceeded',
    status: 'True',
    reason: 'WorkflowSucceeded',
    message: 'Workflow completed successfully',
  },
  completed('True', 'WorkflowSucceeded', 'Workflow has completed successfully'),
];

/** Argo says that the workflow has failed, or that there was an error. */
export const FAILED: RunOutcome = [
  running('False', 'Argo Workflow running has completed'),
  failed('WorkflowFailed', 'Workflow execution failed'),
  completed('True', 'WorkflowFailed', 'Workflow has completed with failure'),
];

const NOT_FOUND_MESSAGE = 'Workflow is not found in the cluster';

/** There is no such (Cluster)Workflow, or the Argo workflow is gone: the controller says the same of both. */
export const NOT_FOUND: RunOutcome = [
  running('False', NOT_FOUND_MESSAGE),
  failed('WorkflowFailed', NOT_FOUND_MESSAGE),
  completed('True', 'WorkflowFailed', NOT_FOUND_MESSAGE),
];

/** There is no such workflow plane. */
export const PLANE_NOT_FOUND: RunOutcome = [
  completed(
    'False',
    'WorkflowPlaneNotFound',
    'No workflow plane found for the workflow associated with this workflow run',
  ),
];

/** The control plane's API did not tell which plane it is. */
export function planeResolutionFailed(reason: string): RunOutcome {
  return [
    completed(
      'False',
      'WorkflowPlaneResolutionFailed',
      `Failed to resolve workflow plane: ${reason}`,
    ),
  ];
}

/** The control plane's API did not tell what the workflow is. */
export function workflowResolutionFailed(reason: string): RunOutcome {
  return [
    completed(
      'False',
      'WorkflowResolutionFailed',
      `Failed to resolve workflow: ${reason}`,
    ),
  ];
}

/** The run is not one that its component may have. */
export function componentValidationFailed(message: string): RunOutcome {
  const reason = 'ComponentValidationFailed';
  return [
    running('False', message),
    failed(reason, message),
    completed('True', reason, message),
  ];
}

/** The conditions of a run once something became of it. */
export function withOutcome(
  { generation, status }: ConditionedRun,
  outcome: RunOutcome,
  now: number,
): readonly Condition[] {
  return outcome.reduce<readonly Condition[]>(
    (conditions, draft) =>
      setCondition(
        conditions,
        { ...draft, observedGeneration: generation },
        now,
      ) ?? conditions,
    status.conditions,
  );
}

/** Whether the controller has begun with a run. */
export function isInitiated(conditions: readonly Condition[]): boolean {
  return findCondition(conditions, 'WorkflowCompleted') !== undefined;
}

/** Whether a run has ended, after which it is never looked at again. */
export function isCompleted(conditions: readonly Condition[]): boolean {
  return findCondition(conditions, 'WorkflowCompleted')?.status === 'True';
}
