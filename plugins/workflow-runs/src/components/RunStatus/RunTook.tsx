import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RunDuration } from './RunDuration';

export interface RunTookProps {
  run: Pick<RunSummary, 'phase' | 'createdAt' | 'startedAt' | 'completedAt'>;
  /** When the run was last known to be so, where it is not followed any more; ISO 8601. */
  asOf?: string;
}

/** How long a run took, or has taken; before it begins, how long it has waited. */
export function RunTook(props: RunTookProps) {
  const { startedAt, createdAt, completedAt, phase } = props.run;
  const isWaiting = phase === 'Pending';
  return (
    <>
      {isWaiting && 'waiting '}
      <RunDuration
        start={isWaiting ? createdAt : startedAt ?? createdAt}
        end={completedAt ?? props.asOf}
      />
    </>
  );
}
