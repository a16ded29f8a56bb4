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
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'baseline',
            columnGap: 0.75,
            overflowWrap: 'anywhere',
          }}
        >
          <Typography variant="body2" fontWeight="fontWeightMedium">
            <PlaneLink entityRef={entityRef} title={title} />{' '}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {formatPlaneRef(ref)}
            {state.since && (
              <>
                {' · '}
                <RelativeTime time={state.since} />
              </>
            )}
          </Typography>
        </Box>
        <PlaneStatus state={state.state} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {state.reason}
      </Typography>
    </Box>
  );
}
