import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  formatPlaneRef,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  PlaneLink,
  PlaneStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** A plane in a list: what it is called, its state, and why it is in it. */
export function PlaneRow(props: { view: PlaneView }) {
  const { view } = props;
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
