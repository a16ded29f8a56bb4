import Box from '@mui/material/Box';
import {
  StatusTone,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import { ReactNode } from 'react';

const ICONS: Record<'warning' | 'error', RemixiconComponentType> = {
  warning: RiAlertLine,
  error: RiErrorWarningLine,
};

export interface ToneTextProps {
  tone: Extract<StatusTone, 'warning' | 'error'>;
  children: ReactNode;
}

/** Words that warn, in colour and with an icon. */
export function ToneText(props: ToneTextProps) {
  const { tone, children } = props;
  const Icon = ICONS[tone];
  return (
    <Box
      component="span"
      sx={theme => ({ color: toneColours(theme, tone).text })}
    >
      <Icon size="1em" aria-hidden style={{ verticalAlign: '-0.1em' }} />{' '}
      {children}
    </Box>
  );
}
