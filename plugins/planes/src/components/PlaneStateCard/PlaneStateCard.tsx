import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { UpdateNotice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useLivePlane } from '../../live/useLivePlane';
import { RefusalNotice } from '../Notice';
import { DependentsSentence } from './DependentsSentence';
import { GatewayNotice } from './GatewayNotice';
import { PlaneHeadline } from './PlaneHeadline';
import { RecentHistory } from './RecentHistory';
import { SourceNotice } from './SourceNotice';
import { StateCardSkeleton } from './StateCardSkeleton';
import { StateFacts } from './StateFacts';

/** Since when a plane is in its state, why, whom that hits, how it has been, and how far to trust that. */
export function PlaneStateCard() {
  const { live, retry } = useLivePlane();
  if (live.status === 'loading') {
    return (
      <EntityInfoCard>
        <StateCardSkeleton />
      </EntityInfoCard>
    );
  }
  if (live.status !== 'ready') {
    return (
      <EntityInfoCard title="State">
        <RefusalNotice
          status={live.status}
          error={live.error}
          onRetry={retry}
        />
      </EntityInfoCard>
    );
  }
  const { view, updatedAt, error } = live;
  return (
    <EntityInfoCard>
      <Stack spacing={2}>
        <div>
          <PlaneHeadline state={view.state} />
          <Typography variant="body2" color="text.secondary">
            {view.state.reason}
            {view.state.state !== 'connected' && (
              <DependentsSentence view={view} />
            )}
          </Typography>
        </div>
        {error && (
          <UpdateNotice error={error} updatedAt={updatedAt} onRetry={retry} />
        )}
        <SourceNotice source={view.source} />
        <GatewayNotice gateway={view.gateway} />
        <RecentHistory uid={view.plane.uid} />
        <Divider />
        <StateFacts view={view} updatedAt={updatedAt} />
      </Stack>
    </EntityInfoCard>
  );
}
