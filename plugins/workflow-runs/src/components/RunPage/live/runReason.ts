import {
  failureOf,
  RunView,
  Timeline,
  TimelineFailure,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What made a run fail; undefined where it did not, or has not ended. */
export function runFailure(
  { phase }: Pick<RunView, 'phase'>,
  timeline: Timeline | undefined,
): TimelineFailure | undefined {
  return phase === 'Failed' && timeline ? failureOf(timeline) : undefined;
}

/** Why a run is as it is, for the line below its name: the most precise that is known, without a full stop. */
export function runReason(
  { explanation }: Pick<RunView, 'explanation'>,
  failure: TimelineFailure | undefined,
): string | undefined {
  const reason = failure?.message ?? explanation?.message;
  return reason?.replace(/\.$/, '');
}
