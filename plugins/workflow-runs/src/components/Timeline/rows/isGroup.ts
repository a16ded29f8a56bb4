import type { TimelineRow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** Whether a row only encloses what its children do, and so is drawn as a line. */
export function isGroup(row: Pick<TimelineRow, 'kind'>): boolean {
  switch (row.kind) {
    case 'group':
    case 'step-group':
    case 'loop':
    case 'retry':
      return true;
    default:
      return false;
  }
}
