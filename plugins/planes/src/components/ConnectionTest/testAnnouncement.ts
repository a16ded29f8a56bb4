import { testOutcome } from './testOutcome';
import { TestRun } from './useConnectionTestRun';

/** What is new about a test, for those who cannot see it. Empty until something happens. */
export function testAnnouncement(run: TestRun): string {
  switch (run.status) {
    case 'running': {
      const { steps } = run.progress;
      const current = steps.findIndex(step => step.status === 'running');
      if (current < 0) {
        return 'The connection test runs.';
      }
      return `Step ${current + 1} of ${steps.length}: ${steps[current].title}.`;
    }
    case 'finished':
      return `The connection test is over. ${testOutcome(run.report)}`;
    case 'cancelled':
      return 'The connection test was cancelled.';
    default:
      return '';
  }
}
