import Stack from '@mui/material/Stack';
import { Announcement } from '@openchoreo-planes/backstage-plugin-planes-react';
import { LastTest } from './LastTest';
import { RunningTest } from './RunningTest';
import { RunNote, RunNoteProps } from './RunNote';
import { testAnnouncement } from './testAnnouncement';

/** A plane's connection test: the one that runs, else the last one. */
export function TestView(props: RunNoteProps) {
  const { test } = props;
  const { run } = test;
  return (
    <>
      <Announcement>{testAnnouncement(run)}</Announcement>
      <Stack spacing={2}>
        <RunNote {...props} />
        {run.status === 'running' ? (
          <RunningTest progress={run.progress} />
        ) : (
          <LastTest test={test} />
        )}
      </Stack>
    </>
  );
}
