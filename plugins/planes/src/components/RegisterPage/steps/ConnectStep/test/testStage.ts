import { PlaneTest, testOutcome } from '../../../../ConnectionTest';
import { Stage, StageStatus } from '../stages/stages';

const OUTCOME = {
  passed: 'done',
  warning: 'warning',
  failed: 'failed',
} as const;

/** How far the connection test has come. */
export function testStage(test: PlaneTest): Omit<Stage, 'title'> {
  const { run, permission } = test;
  if (permission === 'missing') {
    return { status: 'skipped', detail: 'You may not test the connection.' };
  }
  switch (run.status) {
    case 'running':
      return { status: 'running' };
    case 'finished': {
      const status: StageStatus = OUTCOME[run.report.outcome];
      return { status, detail: testOutcome(run.report) };
    }
    case 'failed':
      return { status: 'failed', detail: 'The test could not be run.' };
    case 'cancelled':
      return { status: 'skipped', detail: 'The test was cancelled.' };
    default:
      return { status: 'to-come' };
  }
}
