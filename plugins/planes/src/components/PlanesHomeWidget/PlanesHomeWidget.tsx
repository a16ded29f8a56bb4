import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  RelativeTime,
  usePlanes,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { errorMessage, refusalStatus } from '../../live/refusal';
import { Notice, RefusalNotice } from '../Notice';
import { CardSkeleton } from '../PlaneCard';
import { Attention } from './Attention';
import { NoPlanes } from './NoPlanes';
import { SourcesNotice } from './SourcesNotice';
import { StateCounts } from './StateCounts';

/** How many planes are in which state, and those that need attention, each with its reason. */
export function PlanesHomeWidget() {
  const { value, updatedAt, error, retry } = usePlanes();
  const refusal = error && refusalStatus(error);
  if (error && refusal && (refusal === 'forbidden' || !value)) {
    return <RefusalNotice status={refusal} error={error} onRetry={retry} />;
  }
  if (!value || updatedAt === undefined) {
    return <CardSkeleton lines={5} />;
  }
  return (
    <Stack spacing={2}>
      {error && (
        <Notice
          severity="warning"
          title="The portal stopped answering."
          onRetry={retry}
        >
          {errorMessage(error)}
        </Notice>
      )}
      <SourcesNotice sources={value.sources} />
      {value.items.length === 0 ? (
        <NoPlanes sources={value.sources} />
      ) : (
        <>
          <StateCounts planes={value.items} />
          <Attention planes={value.items} />
        </>
      )}
      <Typography variant="caption" color="text.secondary">
        Updated <RelativeTime time={updatedAt} />
      </Typography>
    </Stack>
  );
}
