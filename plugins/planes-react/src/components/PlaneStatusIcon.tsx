import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeStateInfo } from '../status/planeStateInfo';
import { toneColours } from '../status/toneColours';

/**
 * Props of {@link PlaneStatusIcon}.
 *
 * @public
 */
export interface PlaneStatusIconProps {
  state: PlaneStateName;
}

/**
 * The icon of a plane's state, in its colour. Decoration: the state has to be said in words beside it.
 *
 * @public
 */
export function PlaneStatusIcon(props: PlaneStatusIconProps) {
  const { tone, Icon } = planeStateInfo(props.state);
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box component="span" sx={{ display: 'inline-flex', color: text }}>
      <Icon size="1.25em" aria-hidden />
    </Box>
  );
}
