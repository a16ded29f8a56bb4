import type { StatusInfo } from '@openchoreo-planes/backstage-plugin-planes-react';
import type { TimelineRow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  RiCheckDoubleLine,
  RiCircleLine,
  RiPauseLine,
  RiQuestionLine,
} from '@remixicon/react';
import { nodePhaseInfo } from '../../../status/nodePhaseInfo';

const SUSPENDED: StatusInfo = {
  label: 'Suspended',
  tone: 'warning',
  Icon: RiPauseLine,
};
const NOT_RUN: StatusInfo = {
  label: 'Not run',
  tone: 'aborted',
  Icon: RiCircleLine,
};
const CACHED: StatusInfo = {
  label: 'Succeeded, from the cache',
  tone: 'ok',
  Icon: RiCheckDoubleLine,
};
const ABANDONED: StatusInfo = {
  label: 'Left open by Argo',
  tone: 'aborted',
  Icon: RiQuestionLine,
};

type RowState = Pick<
  TimelineRow,
  'kind' | 'open' | 'phase' | 'memoized' | 'abandoned'
>;

/** How a row stands: what its phase says, or more precisely where its phase is not the point. */
export function rowStatus(row: RowState): StatusInfo {
  if (row.abandoned) {
    return ABANDONED;
  }
  if (row.kind === 'suspend' && row.open) {
    return SUSPENDED;
  }
  if (row.memoized && row.phase === 'Succeeded') {
    return CACHED;
  }
  const isGhost = row.kind === 'ghost' && row.phase !== 'Error';
  return isGhost ? NOT_RUN : nodePhaseInfo(row.phase);
}
