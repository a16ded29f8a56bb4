import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlanesQuery } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  RelativeTime,
  usePlanes,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ControlPlaneProblems } from '../ControlPlaneProblems';
import { listRefusal } from '../Notice';
import { Attention } from './Attention';
import { NoPlanes } from './NoPlanes';
import { StateCounts } from './StateCounts';

const WORST: PlanesQuery = { sort: 'health', limit: 6 };

/** How many planes are in which state, and those that need attention, each with its reason. */
export function PlanesHomeWidget() {
  const planes = usePlanes(WORST);
  const { value, updatedAt, error, retry } = planes;
  const refusal = listRefusal(planes, 'The planes');
  if (refusal) {
    return refusal;
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
