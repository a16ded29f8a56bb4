import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeStateInfo,
  PLANE_STATES,
  PlaneStatusIcon,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** How many planes are in each state; states that no plane is in are left out. */
export function StateCounts(props: { planes: readonly PlaneView[] }) {
  const counts = PLANE_STATES.map(state => ({
    state,
    count: props.planes.filter(view => view.state.state === state).length,
  })).filter(({ count }) => count > 0);
  return (
    <Box
      component="ul"
      aria-label="Planes by state"
      sx={{
        m: 0,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 1,
        listStyle: 'none',
      }}
    >
      {counts.map(({ state, count }) => (
        <Box
          component="li"
          key={state}
          sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
        >
          <PlaneStatusIcon state={state} />
          <Typography variant="h4" component="span">
            {count}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {planeStateInfo(state).label}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
