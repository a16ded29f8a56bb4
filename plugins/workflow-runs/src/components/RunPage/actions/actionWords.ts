import {
  RunAction,
  workflowRunResumePermission,
  workflowRunStopPermission,
  workflowRunSuspendPermission,
  workflowRunTerminatePermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { PermissionOnRun } from '../../../hooks/useRunPermission';

/** How an action is talked about. */
export interface ActionWords {
  readonly permission: PermissionOnRun;
  /** On the button: `Stop`. */
  readonly verb: string;
  /** While it is under way: `Stopping…`. */
  readonly progress: string;
  /** What it does. */
  readonly explanation: string;
  /** What was not done: `stopped`. */
  readonly done: string;
  /** It ends what runs. */
  readonly destructive: boolean;
}

/** The actions on a run that goes on. */
export const ACTION_WORDS: Record<RunAction, ActionWords> = {
  stop: {
    permission: workflowRunStopPermission,
    verb: 'Stop',
    progress: 'Stopping…',
    explanation:
      'What runs is ended and nothing new begins, but exit handlers still run, so that the workflow can clean up.',
    done: 'stopped',
    destructive: true,
  },
  terminate: {
    permission: workflowRunTerminatePermission,
    verb: 'Terminate',
    progress: 'Terminating…',
    explanation:
      'Everything is ended at once. Exit handlers do not run, so nothing is cleaned up.',
    done: 'terminated',
    destructive: true,
  },
  suspend: {
    permission: workflowRunSuspendPermission,
    verb: 'Suspend',
    progress: 'Suspending…',
    explanation:
      'What runs goes on to its end, but nothing new begins until somebody resumes the run.',
    done: 'suspended',
    destructive: false,
  },
  resume: {
    permission: workflowRunResumePermission,
    verb: 'Resume',
    progress: 'Resuming…',
    explanation: 'The run goes on where it was suspended.',
    done: 'resumed',
    destructive: false,
  },
};
