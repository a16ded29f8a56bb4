import { StatusInfo } from '@openchoreo-planes/backstage-plugin-planes-react';
import { NodePhase } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  RiAlertLine,
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiLoader4Line,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';

const INFO: Record<NodePhase, StatusInfo> = {
  Pending: { label: 'Pending', tone: 'pending', Icon: RiTimeLine },
  Running: { label: 'Running', tone: 'running', Icon: RiLoader4Line },
  Succeeded: { label: 'Succeeded', tone: 'ok', Icon: RiCheckLine },
  Failed: { label: 'Failed', tone: 'error', Icon: RiCloseLine },
  Error: { label: 'Error', tone: 'error', Icon: RiAlertLine },
  Skipped: { label: 'Skipped', tone: 'aborted', Icon: RiSkipForwardLine },
  Omitted: { label: 'Omitted', tone: 'aborted', Icon: RiCircleLine },
};

/** How the phase of a node is shown: word, icon and tone. */
export function nodePhaseInfo(phase: NodePhase): StatusInfo {
  return INFO[phase];
}
