import type { RunExplanation } from '../api/runsSchema';
import type { Run } from '../model/run';
import { findCondition } from '../parse/runConditions';
import { asSentence } from '../parse/text';
import { readableMessage } from '../timeline/text/readableMessage';
import type { ExplainRunInput } from './types';

/** Within a minute, OpenChoreo creates the Argo workflow of a run, or something is in its way. */
const PATIENCE_MS = 60_000;

const STARTING: RunExplanation = {
  severity: 'info',
  code: 'starting',
  message: 'OpenChoreo has accepted the run and is about to start it.',
};

const TRIES_AGAIN =
  'OpenChoreo tries again every 30 seconds; the log of its controller manager tells more.';

/** Why the controller could not even try, as it says itself. */
function unresolved(run: Run): RunExplanation | undefined {
  const completed = findCondition(run.conditions, 'WorkflowCompleted');
  const detail = completed?.message;
  switch (completed?.reason) {
    case 'WorkflowPlaneNotFound':
    case 'BuildPlaneNotFound':
      return {
        severity: 'error',
        code: 'plane-not-found',
        message: asSentence(
          detail ?? 'OpenChoreo found no plane to run the workflow on',
        ),
        remedy:
          'Create the plane that the workflow refers to; OpenChoreo looks for it again every minute.',
      };
    case 'WorkflowPlaneResolutionFailed':
    case 'BuildPlaneResolutionFailed':
      return {
        severity: 'error',
        code: 'plane-unresolved',
        message: asSentence(
          detail ?? 'OpenChoreo failed to find the plane of the workflow',
        ),
        remedy: TRIES_AGAIN,
      };
    case 'WorkflowResolutionFailed':
      return {
        severity: 'error',
        code: 'workflow-unresolved',
        message: asSentence(
          detail ?? 'OpenChoreo failed to find the workflow of the run',
        ),
        remedy: TRIES_AGAIN,
      };
    default:
      return undefined;
  }
}

function isInArgo(run: Run): boolean {
  return (
    run.reference !== undefined ||
    // A Build does not tell where its Argo workflow is.
    findCondition(run.conditions, 'BuildTriggered')?.status === 'True'
  );
}

function waitsInArgo(message: string | undefined): RunExplanation {
  return {
    severity: 'info',
    code: 'argo-pending',
    message: message
      ? asSentence(`Argo has not begun with it: ${readableMessage(message)}`)
      : 'Argo has the workflow but has not begun with it: it waits for a lock, for a limit of workflows at a time, or for its controller.',
    remedy:
      'It begins by itself; if it does not, see what else runs on the plane and the log of its Argo workflow controller.',
  };
}

function notCreated({ run, plane }: ExplainRunInput): RunExplanation {
  if (run.conditions.length === 0) {
    return {
      severity: 'warning',
      code: 'not-created',
      message: "OpenChoreo's controller has not taken up the run.",
      remedy: "Check that OpenChoreo's controller manager is running.",
    };
  }
  if (plane === undefined) {
    return {
      severity: 'warning',
      code: 'plane-not-found',
      message:
        'The run does not start, and the plane that its workflow refers to is not known to the portal.',
      remedy: 'Check the plane reference of the workflow.',
    };
  }
  const though =
    plane !== 'unknown' && plane.connected
      ? ', though the agent of its plane is connected'
      : '';
  return {
    severity: 'warning',
    code: 'not-created',
    message: `OpenChoreo has not created the Argo workflow for more than a minute${though}.`,
    remedy: `Its template may not render, or the plane refuses it: the log of OpenChoreo's controller manager tells, look for '${run.ref.name}'.`,
  };
}

/** Why a run has not begun. */
export function explainPending(input: ExplainRunInput): RunExplanation {
  const { run, now, plane, workflow } = input;
  const known = unresolved(run);
  if (known) {
    return known;
  }
  if (plane !== 'unknown' && plane?.connected === false) {
    return {
      severity: 'warning',
      code: 'plane-offline',
      message: `The run waits for plane '${plane.title}', whose agent is not connected.`,
      remedy: `It starts by itself once the agent is back; the page of the plane tells what is wrong with it.`,
    };
  }
  const isPatient = now - Date.parse(run.createdAt) < PATIENCE_MS;
  if (workflow?.phase === 'Pending' && workflow.message !== undefined) {
    return waitsInArgo(workflow.message);
  }
  if (isPatient) {
    return STARTING;
  }
  return isInArgo(run) ? waitsInArgo(workflow?.message) : notCreated(input);
}
