import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeStateInfo,
  PlaneStatusIcon,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface StateButtonProps {
  state: PlaneStateName;
  count: number;
  pressed: boolean;
  onClick: () => void;
}

/** How many planes are in a state; pressed, only those are shown. */
export function StateButton(props: StateButtonProps) {
  const { state, count, pressed, onClick } = props;
  return (
    <ButtonBase
      aria-pressed={pressed}
      onClick={onClick}
      sx={theme => ({
        gap: 1,
        px: 1,
        py: 0.5,
        borderRadius: 1,
        border: '1px solid transparent',
        ...(pressed && {
          borderColor: theme.palette.primary.main,
          backgroundColor: theme.palette.action.selected,
        }),
        '&:hover, &:focus-visible': {
          backgroundColor: theme.palette.action.hover,
        },
      })}
    >
      <PlaneStatusIcon state={state} />
      <Typography
        variant="h5"
        component="span"
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {count}
      </Typography>{' '}
      <Typography variant="body2" component="span" color="text.secondary">
        {planeStateInfo(state).label}
      </Typography>
    </ButtonBase>
  );
}
