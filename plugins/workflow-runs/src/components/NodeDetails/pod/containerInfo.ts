import {
  formatExactDuration,
  StatusInfo,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { NodeContainer } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';

/** How a container is shown: word, icon and tone. */
export function containerInfo(container: NodeContainer): StatusInfo {
  const { state, reason, exitCode } = container;
  switch (state) {
    case 'running':
      return { label: 'Running', tone: 'running', Icon: RiLoader4Line };
    case 'waiting':
      return {
        label: reason ?? 'Waiting',
        tone: reason?.match(/BackOff|Err/) ? 'error' : 'pending',
        Icon: RiTimeLine,
      };
    case 'terminated':
      return exitCode === 0
        ? { label: reason ?? 'Completed', tone: 'ok', Icon: RiCheckLine }
        : { label: reason ?? 'Failed', tone: 'error', Icon: RiCloseLine };
    default:
      return { label: 'Unknown', tone: 'aborted', Icon: RiQuestionLine };
  }
}

/** What else there is to say of a container: `exit code 1 · 10 s · 2 restarts`. */
export function containerFacts(container: NodeContainer): string {
  const { exitCode, startedAt, finishedAt, restarts } = container;
  return [
    exitCode !== undefined && `exit code ${exitCode}`,
    startedAt &&
      finishedAt &&
      formatExactDuration(Date.parse(finishedAt) - Date.parse(startedAt)),
    restarts > 0 && `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
