import { ConnectionTestReport } from '@openchoreo-planes/backstage-plugin-planes-common';

function count(report: ConnectionTestReport, status: string): number {
  return report.steps.filter(step => step.status === status).length;
}

/** The outcome of a connection test in one sentence. */
export function testOutcome(report: ConnectionTestReport): string {
  const failed = report.steps.findIndex(step => step.status === 'failed');
  if (failed >= 0) {
    const { title } = report.steps[failed];
    const more = count(report, 'failed') - 1;
    return `Failed at step ${failed + 1}, ${title}${
      more > 0 ? `, and at ${more} more` : ''
    }.`;
  }
  const warnings = count(report, 'warning');
  if (warnings > 0) {
    const noun = warnings === 1 ? 'warning' : 'warnings';
    return `The connection works, with ${warnings} ${noun}.`;
  }
  return count(report, 'skipped') > 0
    ? 'Every step that applies passed.'
    : 'Every step passed.';
}
