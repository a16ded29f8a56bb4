import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  PLANE_STATES,
  PlanesCounts,
  PlaneStateName,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  formatUptime,
  planeStateInfo,
  toggled,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { StateButton } from './StateButton';

export interface StateStripProps {
  states: readonly PlaneStateName[];
  counts: PlanesCounts['states'];
  /** 0 to 1. */
  uptime?: number;
  onChange: (states: PlaneStateName[]) => void;
}

function Bar(props: Pick<StateStripProps, 'counts'>) {
  const theme = useTheme();
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', gap: '2px', height: 8, overflow: 'hidden' }}
    >
      {PLANE_STATES.filter(state => props.counts[state]).map(state => (
        <Box
          key={state}
          style={{
            flexGrow: props.counts[state],
            backgroundColor: toneColours(theme, planeStateInfo(state).tone)
              .text,
          }}
          sx={{ flexBasis: 0, minWidth: 4, borderRadius: 0.5 }}
        />
      ))}
    </Box>
  );
}

/** How many planes are in which state, each figure a filter. */
export function StateStrip(props: StateStripProps) {
  const { states, counts, uptime, onChange } = props;
  const shown = PLANE_STATES.filter(
    state => counts[state] || states.includes(state),
  );
  return (
    <Box
      role="group"
      aria-label="Planes by state"
      sx={theme => ({
        px: 2,
        py: 1.5,
        border: `1px solid ${theme.palette.divider}`,
        borderRadius: 2,
        backgroundColor: 'background.paper',
      })}
    >
      <Bar counts={counts} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          pt: 1,
          mx: -1,
        }}
      >
        {shown.map(state => (
          <StateButton
            key={state}
            state={state}
            count={counts[state] ?? 0}
            pressed={states.includes(state)}
            onClick={() => onChange(toggled(states, state))}
          />
        ))}
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
      </Box>
    </Box>
  );
}
