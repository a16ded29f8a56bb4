import { styled, useTheme } from '@mui/material/styles';
import { StatusInfo } from '../status/StatusInfo';
import { toneColours } from '../status/toneColours';

/**
 * Props of {@link StatusChip}.
 *
 * @public
 */
export interface StatusChipProps {
  status: StatusInfo;
}

// Plain elements, since a list has one in every row.
const Chip = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: theme.typography.fontWeightMedium,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  padding: theme.spacing(0.25, 1.25),
  borderRadius: theme.spacing(2),
  whiteSpace: 'nowrap',
}));

/**
 * How something stands as icon, word and colour.
 *
 * @public
 */
export function StatusChip(props: StatusChipProps) {
  const { label, tone, Icon } = props.status;
  const { text, tint } = toneColours(useTheme(), tone);
  return (
    <Chip style={{ color: text, backgroundColor: tint }}>
      <Icon size="1em" aria-hidden />
      <span>{label}</span>
    </Chip>
  );
}
