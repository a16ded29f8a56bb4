import { parseEntityRef } from '@backstage/catalog-model';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PlaneLink,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { Fragment, ReactNode } from 'react';
import { RunTook } from '../../RunStatus';
import { sourceOf } from '../../RunsBrowser/view/runWords';

export interface RunSubtitleProps {
  run: RunView;
  /** Why it failed or waits; one sentence without a full stop. */
  reason: string | undefined;
}

function Trigger(props: { run: RunView }) {
  const { user, rerunOf } = props.run.trigger;
  const source = sourceOf(props.run);
  return (
    <>
      {user && (
        <>
          {' by '}
          <EntityRefLink entityRef={user} hideIcon>
            {parseEntityRef(user).name}
          </EntityRefLink>
        </>
      )}
      {rerunOf && ` as a repeat of ${rerunOf}`}
      {source && ` from ${source}`}
    </>
  );
}

function Plane(props: { plane: NonNullable<RunView['plane']> }) {
  const { entityRef, title, connected } = props.plane;
  return (
    <>
      on {entityRef ? <PlaneLink entityRef={entityRef} title={title} /> : title}
      {connected === false && ', which is not connected'}
    </>
  );
}

/** Why a run is as it is, and what there is to know about it at a glance. */
export function RunSubtitle(props: RunSubtitleProps) {
  const { run, reason } = props;
  const { plane, phase, createdAt } = run;
  // OpenChoreo dates the start of a run when it first looks at it, long before anything of it may run.
  const startedAt = phase === 'Pending' ? undefined : run.startedAt;
  const parts: [string, ReactNode][] = [
    ['took', <RunTook key="took" run={run} />],
    [
      'started',
      <Fragment key="started">
        {startedAt ? 'started ' : 'asked for '}
        <RelativeTime time={startedAt ?? createdAt} />
        <Trigger run={run} />
      </Fragment>,
    ],
    ...(plane
      ? [['plane', <Plane key="plane" plane={plane} />] as [string, ReactNode]]
      : []),
  ];
  return (
    <Typography
      variant="body2"
      color="text.secondary"
      component="p"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        overflowWrap: 'anywhere',
        // In running text, colour alone does not tell a link.
        '& a': { textDecoration: 'underline' },
      }}
    >
      {reason && (
        <Box component="span" sx={{ color: 'text.primary' }}>
          {reason}
        </Box>
      )}
      {parts.map(([name, part], index) => (
        <Fragment key={name}>
          {(index > 0 || reason) && ' · '}
          {part}
        </Fragment>
      ))}
    </Typography>
  );
}
