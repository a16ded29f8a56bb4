import type { RunExplanation } from '../api/runsSchema';
import { findCondition } from '../parse/runConditions';
import { asSentence } from '../parse/text';
import { explainFailed } from './explainFailed';
import { explainPending } from './explainPending';
import type { ExplainRunInput } from './types';

function explainRunning({
  plane,
  workflow,
}: ExplainRunInput): RunExplanation | undefined {
  if (plane !== 'unknown' && plane?.connected === false) {
    return {
      severity: 'warning',
      code: 'plane-offline',
      message: `The agent of plane '${plane.title}' is not connected, so nobody knows how the run goes on.`,
      remedy: 'The page of the plane tells what is wrong with it.',
    };
  }
  if (workflow?.shutdown) {
    return {
      severity: 'info',
      code: 'stopped',
      message:
        workflow.shutdown === 'Stop'
          ? 'The run is being stopped: nothing new begins, exit handlers still run.'
          : 'The run is being terminated.',
    };
  }
  return workflow?.suspended
    ? {
        severity: 'info',
        code: 'suspended',
        message:
          'The run is suspended: what has begun goes on, nothing new begins.',
        remedy: 'Resume it to let it go on.',
      }
    : undefined;
}

function explainSucceeded({
  run,
}: ExplainRunInput): RunExplanation | undefined {
  const workload = findCondition(run.conditions, 'WorkloadUpdated');
  return workload?.status === 'False'
    ? {
        severity: 'warning',
        code: 'failed',
        message: asSentence(
          [
            'The run succeeded, but its image was not deployed',
            workload.message,
          ]
            .filter(Boolean)
            .join(': '),
        ),
        remedy: "The log of OpenChoreo's controller manager tells more.",
      }
    : undefined;
}

/**
 * Why a run is pending, how it failed, or what else is to be known of it; undefined where there is nothing to say.
 *
 * @remarks
 * A run itself often does not tell: one that waits for a plane without an agent looks the same as one that was accepted a
 * moment ago. So this looks at the plane and at the time as well.
 *
 * @public
 */
export function explainRun(input: ExplainRunInput): RunExplanation | undefined {
  switch (input.run.phase) {
    case 'Pending':
      return explainPending(input);
    case 'Running':
      return explainRunning(input);
    case 'Failed':
      return explainFailed(input);
    default:
      return explainSucceeded(input);
  }
}
