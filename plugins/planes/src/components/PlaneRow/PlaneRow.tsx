import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  formatPlaneRef,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  PlaneLink,
  PlaneStatus,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** A plane in a list: what it is called, its state, since when it is in it, and why. */
export function PlaneRow(props: { view: PlaneView }) {
  const { view } = props;
  const { since } = view.state;
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography
          variant="body2"
          fontWeight="fontWeightMedium"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
        >
          <PlaneLink entityRef={view.entityRef} title={view.title} />{' '}
          <Typography component="span" variant="caption" color="text.secondary">
            {formatPlaneRef(view.plane.ref)}
            {since && (
              <>
                {' · '}
                <RelativeTime time={since} />
              </>
            )}
          </Typography>
        </Typography>
        <PlaneStatus state={view.state.state} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {view.state.reason}
      </Typography>
    </Box>
  );
}
