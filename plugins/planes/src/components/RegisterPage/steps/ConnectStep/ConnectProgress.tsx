import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { usePlaneTest } from '../../../ConnectionTest';
import { AgentWait } from './agent/AgentWait';
import { ConnectLinks } from './result/ConnectLinks';
import { connectResult } from './result/connectResult';
import { ConnectResultCard } from './result/ConnectResultCard';
import { useLostAgent } from './result/useLostAgent';
import { StageList } from './stages/StageList';
import { connectStages } from './stages/stages';
import { TestCard } from './test/TestCard';
import { testStage } from './test/testStage';
import { useTestOnce } from './test/useTestOnce';

/** A plane that the portal sees, on its way to a connection that was tested. */
export function ConnectProgress(props: { view: PlaneView }) {
  const { view } = props;
  const { plane, state, entityRef, title } = view;
  const connected = state.state === 'connected';
  const test = usePlaneTest(plane.uid);
  useTestOnce(test, connected);
  const lost = useLostAgent(view);
  const result = lost ? undefined : connectResult(view, test);
  const accepted = state.state !== 'not-accepted';
  return (
    <Stack spacing={2}>
      {lost && (
        <Notice severity="error" title={`The agent of ${title} was lost again`}>
          {state.reason}
        </Notice>
      )}
      {result && (
        <ConnectResultCard result={result}>
          <ConnectLinks
            entityRef={entityRef}
            finished={result.status !== 'failed'}
          />
        </ConnectResultCard>
      )}
      <StageList
        stages={connectStages(view, testStage(test))}
        waitingSince={state.since ?? plane.creationTimestamp}
      />
      {accepted && !connected && <AgentWait view={view} />}
      {accepted && <TestCard test={test} />}
      {!result && (
        <Stack spacing={1}>
          <Typography variant="body2" color="text.secondary">
            The plane is registered, so this page may be left at any time. The
            plane's own page shows its state, too, and has the same test.
          </Typography>
          <ConnectLinks entityRef={entityRef} finished={false} />
        </Stack>
      )}
    </Stack>
  );
}
