import { styled, useTheme } from '@mui/material/styles';
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
 * The state of a plane as icon, word and colour.
 *
 * @public
 */
export function PlaneStatus(props: PlaneStatusProps) {
  const { label, tone, Icon } = planeStateInfo(props.state);
  const { text, tint } = toneColours(useTheme(), tone);
  return (
    <Chip style={{ color: text, backgroundColor: tint }}>
      <Icon size="1em" aria-hidden />
      <span>{label}</span>
    </Chip>
  );
}
