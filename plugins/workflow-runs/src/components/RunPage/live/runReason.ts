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

type Explained = Pick<RunView, 'explanation'>;

/** What can be done about a run, which needs more room than the line below its name; undefined where the steps tell it. */
export function runHint(
  { explanation }: Explained,
  failure: TimelineFailure | undefined,
): RunView['explanation'] {
  const isInTheSteps = failure && explanation?.code === 'task-failed';
  return explanation?.remedy && !isInTheSteps ? explanation : undefined;
}

/** Why a run is as it is, for the line below its name, without a full stop: the most precise that is known. */
export function runReason(
  run: Explained,
  failure: TimelineFailure | undefined,
): string | undefined {
  const isInTheHint = !failure && runHint(run, failure);
  const reason = failure?.message ?? run.explanation?.message;
  return isInTheHint ? undefined : reason?.replace(/\.$/, '');
}
