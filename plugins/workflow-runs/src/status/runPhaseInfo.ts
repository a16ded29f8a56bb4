import { StatusInfo } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunPhase } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';

const INFO: Record<RunPhase, StatusInfo> = {
  Pending: { label: 'Pending', tone: 'pending', Icon: RiTimeLine },
  Running: { label: 'Running', tone: 'running', Icon: RiLoader4Line },
  Succeeded: { label: 'Succeeded', tone: 'ok', Icon: RiCheckLine },
  Failed: { label: 'Failed', tone: 'error', Icon: RiCloseLine },
};

/** How the phase of a run is shown: word, icon and tone. */
export function runPhaseInfo(phase: RunPhase): StatusInfo {
  return INFO[phase];
}
