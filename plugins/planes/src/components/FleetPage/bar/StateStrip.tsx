import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  PLANE_STATES,
  PlanesCounts,
  PlaneStateName,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  formatUptime,
  planeStateInfo,
  StatusStrip,
  toggled,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface StateStripProps {
  states: readonly PlaneStateName[];
  counts: PlanesCounts['states'];
  /** 0 to 1. */
  uptime?: number;
  onChange: (states: PlaneStateName[]) => void;
}

/** How many planes are in which state, each figure a filter. */
export function StateStrip(props: StateStripProps) {
  const { states, counts, uptime, onChange } = props;
  const figures = PLANE_STATES.map(state => ({
    key: state,
    status: planeStateInfo(state),
    count: counts[state] ?? 0,
    pressed: states.includes(state),
  }));
  return (
    <StatusStrip
      label="Planes by state"
      figures={figures.filter(({ count, pressed }) => count > 0 || pressed)}
      onToggle={state => onChange(toggled(states, state))}
    >
      {uptime !== undefined && (
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ ml: 'auto', px: 1, fontVariantNumeric: 'tabular-nums' }}
        >
          fleet uptime 30 d{' '}
          <Box
            component="span"
            sx={{ color: 'text.primary', fontWeight: 'fontWeightMedium' }}
          >
            {formatUptime(uptime)}
          </Box>
        </Typography>
      )}
    </StatusStrip>
  );
}
