import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlanesQuery } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  refusalStatus,
  RelativeTime,
  usePlanes,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ControlPlaneProblems } from '../ControlPlaneProblems';
import { RefusalNotice } from '../Notice';
import { Attention } from './Attention';
import { NoPlanes } from './NoPlanes';
import { StateCounts } from './StateCounts';

const WORST: PlanesQuery = { sort: 'health', limit: 6 };

/** How many planes are in which state, and those that need attention, each with its reason. */
export function PlanesHomeWidget() {
  const { value, updatedAt, error, retry } = usePlanes(WORST);
  const refusal = error && refusalStatus(error);
  if (error && refusal && (refusal === 'forbidden' || !value)) {
    return (
      <RefusalNotice
        status={refusal}
        error={error}
        onRetry={retry}
        subject="The planes"
      />
    );
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
      <ControlPlaneProblems sources={value.sources} gateways={value.gateways} />
      {value.counts.all === 0 ? (
        <NoPlanes sources={value.sources} />
      ) : (
        <>
          <StateCounts counts={value.counts.states} />
          <Attention planes={value.items} counts={value.counts.states} />
        </>
      )}
      <Typography variant="caption" color="text.secondary">
        Updated <RelativeTime time={updatedAt} />
      </Typography>
    </Stack>
  );
}
