import type {
  ConnectionTestReport,
  ConnectionTestStep,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { StepsResult } from './runSteps';

/** Sums up a test. */
export function createReport(options: {
  plane: Plane;
  startedAt: Date;
  finishedAt: Date;
  steps: StepsResult['steps'];
  cluster?: StepsResult['cluster'];
  requestedBy?: string;
}): ConnectionTestReport {
  const { plane, startedAt, finishedAt, steps, cluster, requestedBy } = options;
  return {
    uid: plane.uid,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    outcome: outcomeOf(steps),
    steps,
    ...(cluster && { cluster }),
    ...(requestedBy !== undefined && { requestedBy }),
  };
}

function outcomeOf(
  steps: readonly ConnectionTestStep[],
): ConnectionTestReport['outcome'] {
  if (steps.some(({ status }) => status === 'failed')) {
    return 'failed';
  }
  // A step that was skipped for want of configuration has a remedy too, and such a test has not passed.
  return steps.some(({ remedy }) => remedy) ? 'warning' : 'passed';
}
