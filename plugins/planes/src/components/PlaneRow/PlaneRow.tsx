import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  formatPlaneRef,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  PlaneLink,
  PlaneStatus,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** A plane in a list: what it is called, its state, since when it is in it, and why. */
export function PlaneRow(props: { plane: PlaneSummary }) {
  const { entityRef, title, ref, state } = props.plane;
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography
          variant="body2"
          fontWeight="fontWeightMedium"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          <PlaneLink entityRef={entityRef} title={title} />{' '}
          <Typography component="span" variant="caption" color="text.secondary">
            {formatPlaneRef(ref)}
            {state.since && (
              <>
                {' · '}
                <RelativeTime time={state.since} />
              </>
            )}
          </Typography>
        </Typography>
        <PlaneStatus state={state.state} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {state.reason}
      </Typography>
    </Box>
  );
}
