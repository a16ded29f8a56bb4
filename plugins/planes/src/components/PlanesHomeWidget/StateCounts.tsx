import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  PLANE_STATES,
  PlanesCounts,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeStateInfo,
  PlaneStatusIcon,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { Link as RouterLink } from 'react-router-dom';
import { useFleetHref } from './useFleetHref';

/** How many planes are in each state; states that no plane is in are left out. */
export function StateCounts(props: { counts: PlanesCounts['states'] }) {
  const hrefOf = useFleetHref();
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
      {PLANE_STATES.filter(state => props.counts[state]).map(state => {
        const href = hrefOf([state]);
        const { label } = planeStateInfo(state);
        return (
          <Box
            component="li"
            key={state}
            sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
          >
            <PlaneStatusIcon state={state} />
            <Typography variant="h4" component="span">
              {props.counts[state]}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {href ? (
                <Link
                  component={RouterLink}
                  to={href}
                  color="inherit"
                  underline="hover"
                >
                  {label}
                </Link>
              ) : (
                label
              )}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
}
