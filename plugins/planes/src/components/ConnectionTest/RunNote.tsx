import Typography from '@mui/material/Typography';
import { planeConnectionTestPermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  Notice,
  PermissionNotice,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlaneTest } from './usePlaneTest';

function note(test: PlaneTest): string | undefined {
  const { run, last } = test;
  if (run.status === 'cancelled') {
    return 'The test was cancelled.';
  }
  if (run.status === 'finished' && run.cached) {
    return 'The plane was tested a moment ago, so this is that result. Run again to test now.';
  }
  if (run.status === 'finished' && run.joined) {
    return 'Somebody else had begun this test; you joined it.';
  }
  if (run.status === 'none' && last.value?.running) {
    return 'A test of this plane is running now. Run the test to join it.';
  }
  return undefined;
}

export interface RunNoteProps {
  test: PlaneTest;
  /** The id of what says that the permission is missing. */
  explanationId: string;
}

/** What the reader should know of the test that they asked for, or cannot ask for. */
export function RunNote(props: RunNoteProps) {
  const { test, explanationId } = props;
  const { run, permission, start } = test;
  const error = run.status === 'failed' ? run.error : undefined;
  const refusal = error && refusalStatus(error);
  if (permission === 'missing' || refusal === 'forbidden') {
    return (
      <PermissionNotice
        id={explanationId}
        title="You may not test the connection of this plane"
        permission={planeConnectionTestPermission}
      />
    );
  }
  if (error) {
    return (
      <Notice
        severity="error"
        title="The connection could not be tested"
        onRetry={() => start({ fresh: false })}
      >
        {errorMessage(error)}
      </Notice>
    );
  }
  const text = note(test);
  return text ? (
    <Typography variant="body2" color="text.secondary">
      {text}
    </Typography>
  ) : null;
}
