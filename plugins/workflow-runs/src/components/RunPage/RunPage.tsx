import { useRouteRefParams } from '@backstage/core-plugin-api';
import { Container } from '@backstage/ui';
import Box from '@mui/material/Box';
import {
  Notice,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRun } from '../../hooks/useRun';
import { runRouteRef } from '../../routes';
import { RunsRefusal } from '../RunsRefusal';
import { RunHeader } from './header/RunHeader';
import { RunSkeleton } from './RunSkeleton';
import { RunView } from './RunView';

function RunRefusal(props: { error: Error; onRetry: () => void }) {
  return refusalStatus(props.error) === 'gone' ? (
    <Notice severity="warning" title="There is no such run">
      It was deleted, perhaps because the time was over for which its workflow
      keeps runs; or the address is wrong.
    </Notice>
  ) : (
    <RunsRefusal {...props} />
  );
}

function Content(props: { uid: string }) {
  const polled = useRun(props.uid);
  const { value, error, retry } = polled;
  // A refusal replaces what was shown before; a failure does not, since that may still be true.
  const isRefused = error && refusalStatus(error) !== 'unavailable';
  if (value && !isRefused) {
    return <RunView run={value.item} polled={polled} />;
  }
  return (
    <>
      <RunHeader title="Workflow run" />
      {error ? <RunRefusal error={error} onRetry={retry} /> : <RunSkeleton />}
    </>
  );
}

/** One run: how it stands and why, its steps over time, and the log of each. */
export function RunPage() {
  const { uid } = useRouteRefParams(runRouteRef);
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <Container>
        {/* Another run gets a page of its own. */}
        <Content key={uid} uid={uid} />
      </Container>
    </Box>
  );
}
