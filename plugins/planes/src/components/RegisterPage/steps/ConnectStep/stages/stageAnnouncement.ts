import { Stage } from './stages';
import { STAGE_STATUS } from './stageStatus';

/** Where the plane is on its way to the connection test, for those who cannot see it. */
export function stageAnnouncement(stages: readonly Stage[]): string {
  // The test speaks for itself.
  const reported = stages.slice(0, -1);
  const current = reported.find(({ status }) => status !== 'done');
  if (!current) {
    return 'The agent is connected.';
  }
  const { title, status, detail } = current;
  const { label } = STAGE_STATUS[status];
  return [`${title}: ${label.toLowerCase()}.`, detail]
    .filter(Boolean)
    .join(' ');
}
