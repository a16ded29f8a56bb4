import { styled, useTheme } from '@mui/material/styles';
import { StatusInfo } from '../status/StatusInfo';
import { toneColours } from '../status/toneColours';

/**
 * Props of {@link StatusIcon}.
 *
 * @public
 */
export interface StatusIconProps {
  status: Pick<StatusInfo, 'tone' | 'Icon'>;
}

const Frame = styled('span')({ display: 'inline-flex' });

/**
 * The icon of how something stands, in its colour. Decoration: it has to be said in words beside it.
 *
 * @public
 */
export function StatusIcon(props: StatusIconProps) {
  const { tone, Icon } = props.status;
  const { text } = toneColours(useTheme(), tone);
  return (
    <Frame style={{ color: text }}>
      <Icon size="1.25em" aria-hidden />
    </Frame>
  );
}
