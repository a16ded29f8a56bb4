import Stack from '@mui/material/Stack';
import {
  Notice,
  UpdateNotice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { readLivePlane } from '../../../../live/readLivePlane';
import { RefusalNotice } from '../../../Notice';
import { ConnectProgress } from './ConnectProgress';
import { StageList } from './stages/StageList';
import { connectStages } from './stages/stages';
import { usePlaneArrival } from './usePlaneArrival';

export interface ConnectStepProps {
  /** Of the resource of the plane that was registered. */
  uid: string;
}

function Connection(props: ConnectStepProps) {
  const { polled, overdue } = usePlaneArrival(props.uid);
  const live = readLivePlane(polled);
  if (live.status === 'gone' && polled.value) {
    return (
      <Notice
        severity="warning"
        title={`${polled.value.item.title} was deleted`}
      >
        The control plane no longer has it.
      </Notice>
    );
  }
  switch (live.status) {
    case 'ready':
      return (
        <Stack spacing={2}>
          {live.error && (
            <UpdateNotice
              error={live.error}
              updatedAt={live.updatedAt}
              onRetry={polled.retry}
            />
          )}
          <ConnectProgress view={live.view} />
        </Stack>
      );
    case 'loading':
    case 'gone':
      return (
        <Stack spacing={2}>
          {overdue && (
            <Notice
              severity="warning"
              title="The portal does not see this plane"
            >
              It may have been deleted, or you may not see it. The portal may
              also have lost its control plane; this page goes on looking.
            </Notice>
          )}
          <StageList stages={connectStages(undefined)} />
        </Stack>
      );
    default:
      return (
        <RefusalNotice
          status={live.status}
          error={live.error}
          onRetry={polled.retry}
        />
      );
  }
}

/** Waits for the agent of a plane that was registered, and then tests the connection. */
export function ConnectStep(props: ConnectStepProps) {
  // What was seen of another plane must not be taken for this one's.
  return <Connection key={props.uid} uid={props.uid} />;
}
