import {
  type ArgoNode,
  type ArgoWorkflow,
  type RunAction,
  workflowRunResumePermission,
  workflowRunStopPermission,
  workflowRunSuspendPermission,
  workflowRunTerminatePermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunPermission } from '../access';

/** The workflow that an action is to change. */
export interface ActionTarget {
  readonly workflow: ArgoWorkflow;
  readonly nodes: readonly ArgoNode[];
}

/** What an action is. */
export interface ActionInfo {
  readonly permission: RunPermission;
  /** How it changes the spec of the Argo workflow. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Why it makes no sense; undefined where it does. */
  readonly objection: (target: ActionTarget) => string | undefined;
}

/** What can be done without Argo's own logic, which resuming a single node, retrying and resubmitting need. */
export const ACTIONS: Readonly<Record<RunAction, ActionInfo>> = {
  stop: {
    permission: workflowRunStopPermission,
    spec: { shutdown: 'Stop' },
    objection: ({ workflow: { shutdown } }) => {
      if (shutdown === 'Terminate') {
        return 'The run is being terminated already, which stops it as well';
      }
      return shutdown && 'The run is being stopped already';
    },
  },
  terminate: {
    permission: workflowRunTerminatePermission,
    spec: { shutdown: 'Terminate' },
    objection: ({ workflow: { shutdown } }) =>
      shutdown === 'Terminate'
        ? 'The run is being terminated already'
        : undefined,
  },
  suspend: {
    permission: workflowRunSuspendPermission,
    spec: { suspend: true },
    objection: ({ workflow: { suspended, shutdown } }) => {
      if (shutdown) {
        return 'The run is being ended, so it cannot be suspended';
      }
      return suspended ? 'The run is suspended already' : undefined;
    },
  },
  resume: {
    permission: workflowRunResumePermission,
    spec: { suspend: null },
    objection: ({ workflow: { suspended }, nodes }) => {
      if (suspended) {
        return undefined;
      }
      const waiting = nodes.find(
        ({ type, phase }) => type === 'Suspend' && phase === 'Running',
      );
      return waiting
        ? `The run as a whole is not suspended: it waits at its step '${waiting.displayName}', which only Argo itself can resume ('argo resume')`
        : 'The run is not suspended';
    },
  },
};
