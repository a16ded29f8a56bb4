import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { StatusInfo } from '../../status/StatusInfo';
import { StatusIcon } from '../StatusIcon';

export interface StatusButtonProps {
  status: StatusInfo;
  count: number;
  pressed: boolean;
  onClick: () => void;
}

/** How many stand so; pressed, only those are shown. */
export function StatusButton(props: StatusButtonProps) {
  const { status, count, pressed, onClick } = props;
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
      <StatusIcon status={status} />
      <Typography
        variant="h5"
        component="span"
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {count}
      </Typography>{' '}
      <Typography variant="body2" component="span" color="text.secondary">
        {status.label}
      </Typography>
    </ButtonBase>
  );
}
