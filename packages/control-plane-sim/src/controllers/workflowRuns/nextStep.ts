import { toKubernetesTime } from '../timing';
import {
  isCompleted,
  isInitiated,
  PENDING,
  withOutcome,
} from './runConditions';
import { parseTtl } from './ttl';
import {
  RUN_FINALIZER,
  WorkflowRunResource,
  WorkflowRunStatus,
} from './workflowRunResource';

/** Timers cannot wait for months. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/** What the controller does next with a run. */
export type RunStep =
  | { readonly step: 'none' }
  /** Nothing before so many milliseconds have passed. */
  | { readonly step: 'wait'; readonly milliseconds: number }
  | { readonly step: 'add-finalizer' }
  /** Its time to live is over: delete it. */
  | { readonly step: 'expire' }
  | { readonly step: 'update-status'; readonly status: WorkflowRunStatus }
  /** Validate it, and create its Argo workflow. */
  | { readonly step: 'submit' }
  /** Look at its Argo workflow. */
  | { readonly step: 'sync' }
  /** It is being deleted: delete what was created for it. */
  | { readonly step: 'clean-up' };

/** When a run that has ended is to be deleted, in milliseconds since 1970. */
function expiryOf(run: WorkflowRunResource): number | undefined {
  const completedAt = Date.parse(run.status.completedAt ?? '');
  const ttl = parseTtl(run.ttlAfterCompletion);
  return Number.isNaN(completedAt) || ttl === undefined
    ? undefined
    : completedAt + ttl;
}

/** Looks at a run alone and says what comes next, in the order of the real controller. */
export function nextStep(run: WorkflowRunResource, now: number): RunStep {
  const { status } = run;
  const hasFinalizer = run.finalizers.includes(RUN_FINALIZER);
  if (run.deleting) {
    return { step: hasFinalizer ? 'clean-up' : 'none' };
  }
  if (!hasFinalizer) {
    return { step: 'add-finalizer' };
  }
  const expiry = expiryOf(run);
  if (expiry !== undefined) {
    return now > expiry
      ? { step: 'expire' }
      : {
          step: 'wait',
          milliseconds: Math.min(expiry - now + 1, LONGEST_WAIT_MS),
        };
  }
  if (isCompleted(status.conditions)) {
    return status.completedAt === undefined
      ? {
          step: 'update-status',
          status: { ...status, completedAt: toKubernetesTime(now) },
        }
      : { step: 'none' };
  }
  if (!isInitiated(status.conditions)) {
    return {
      step: 'update-status',
      status: {
        ...status,
        startedAt: status.startedAt ?? toKubernetesTime(now),
        conditions: withOutcome(run, PENDING, now),
      },
    };
  }
  return { step: status.runReference ? 'sync' : 'submit' };
}
