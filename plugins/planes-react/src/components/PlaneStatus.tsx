import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeStateInfo } from '../status/planeStateInfo';
import { toneColours } from '../status/toneColours';

/**
 * Props of {@link PlaneStatus}.
 *
 * @public
 */
export interface PlaneStatusProps {
  state: PlaneStateName;
}

/**
 * The state of a plane as icon, word and colour.
 *
 * @public
 */
export function PlaneStatus(props: PlaneStatusProps) {
  const { label, tone, Icon } = planeStateInfo(props.state);
  const { text, tint } = toneColours(useTheme(), tone);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: 1.25,
        py: 0.25,
        borderRadius: 8,
        backgroundColor: tint,
        color: text,
        whiteSpace: 'nowrap',
      }}
    >
      <Icon size="1em" aria-hidden />
      <Typography
        component="span"
        variant="caption"
        color="inherit"
        fontWeight="fontWeightMedium"
      >
        {label}
      </Typography>
    </Box>
  );
}
