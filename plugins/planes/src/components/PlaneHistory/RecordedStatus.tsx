import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneStatus } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RiEyeOffLine } from '@remixicon/react';

/** A state of the history: one of the plane, or that the portal did not see it. */
export function RecordedStatus(props: { state: RecordedState }) {
  const { state } = props;
  if (state !== 'unobserved') {
    return <PlaneStatus state={state} />;
  }
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, px: 1.25 }}
    >
      <RiEyeOffLine size="1em" aria-hidden />
      <Typography component="span" variant="caption">
        Not observed
      </Typography>
    </Box>
  );
}
