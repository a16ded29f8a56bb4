import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PlaneState } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeHeadline,
  PlaneStatusIcon,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** The state as the title of the card, with its duration ticking. */
export function PlaneHeadline(props: { state: PlaneState }) {
  const { state } = props;
  const now = useRelativeNow(state.since ? Date.parse(state.since) : NaN);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pb: 0.5 }}>
      <PlaneStatusIcon state={state.state} />
      <Typography variant="h4" component="h3">
        {planeHeadline(state, now)}
      </Typography>
    </Box>
  );
}
