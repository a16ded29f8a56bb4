import { VisuallyHidden } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  StatusIcon,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { Link } from 'react-router-dom';
import { useRunHref } from '../../hooks/useRunHref';
import { runPhaseInfo } from '../../status/runPhaseInfo';
import { MiniTimeline } from '../MiniTimeline';
import { RunTook } from '../RunStatus';
import { captionOf, reasonOf } from '../RunsBrowser/view/runWords';

const Item = styled('li')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  columnGap: theme.spacing(1.25),
  alignItems: 'start',
  padding: theme.spacing(1, 0),
  fontVariantNumeric: 'tabular-nums',
  '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  '& p': { margin: 0, overflowWrap: 'anywhere' },
  '& a': {
    color: theme.palette.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    textDecoration: 'none',
    '&:hover, &:focus-visible': { textDecoration: 'underline' },
  },
  '& .secondary': {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
  },
  '& .end': { textAlign: 'right' },
  '& .tasks': { gridColumn: '2 / -1', paddingTop: theme.spacing(0.5) },
}));

export interface RunItemProps {
  run: RunSummary;
}

/** A run in a card. */
export function RunItem(props: RunItemProps) {
  const { run } = props;
  const { createdAt, startedAt = createdAt, completedAt } = run;
  const href = useRunHref()(run.uid);
  const status = runPhaseInfo(run.phase);
  return (
    <Item>
      <StatusIcon status={status} />
      <div>
        <p>
          <VisuallyHidden>{status.label}: </VisuallyHidden>
          {href ? <Link to={href}>{run.ref.name}</Link> : run.ref.name}
        </p>
        <p className="secondary">{reasonOf(run) ?? captionOf(run)}</p>
      </div>
      <div className="end">
        <p>
          <RunTook run={run} />
        </p>
        <p className="secondary">
          <RelativeTime light time={startedAt} />
        </p>
      </div>
      {run.tasks.length > 0 && (
        <div className="tasks">
          <MiniTimeline
            tasks={run.tasks}
            taskCount={run.taskCount}
            start={startedAt}
            end={completedAt}
          />
        </div>
      )}
    </Item>
  );
}
