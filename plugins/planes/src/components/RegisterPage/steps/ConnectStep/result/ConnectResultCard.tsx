import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  StatusTone,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiInformationLine,
} from '@remixicon/react';
import { ReactNode, useEffect, useRef } from 'react';
import { showAndFocus } from '../../../../ConnectionTest';
import { ConnectResult } from './connectResult';

const LOOKS: Record<
  ConnectResult['status'],
  { tone: StatusTone; Icon: RemixiconComponentType }
> = {
  passed: { tone: 'ok', Icon: RiCheckLine },
  warning: { tone: 'warning', Icon: RiAlertLine },
  failed: { tone: 'error', Icon: RiCloseLine },
  untested: { tone: 'pending', Icon: RiInformationLine },
};

export interface ConnectResultCardProps {
  result: ConnectResult;
  /** Where one goes from here. */
  children: ReactNode;
}

/** What came of connecting the plane; takes the focus when it appears and when it becomes another. */
export function ConnectResultCard(props: ConnectResultCardProps) {
  const { result, children } = props;
  const { tone, Icon } = LOOKS[result.status];
  const { text, tint } = toneColours(useTheme(), tone);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) {
      showAndFocus(heading.current);
    }
  }, [result.heading]);
  return (
    <Paper
      variant="outlined"
      sx={{
        display: 'flex',
        gap: 1.5,
        p: 2.5,
        borderRadius: 2,
        backgroundColor: tint,
      }}
    >
      <Box sx={{ color: text }}>
        <Icon size="1.5em" aria-hidden />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography
          ref={heading}
          tabIndex={-1}
          component="h3"
          variant="subtitle1"
          fontWeight="fontWeightBold"
          // Focus comes here by itself, never by the keyboard's order.
          sx={{ '&&:focus-visible': { outline: 'none' } }}
        >
          {result.heading}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {result.detail}
        </Typography>
        {children}
      </Box>
    </Paper>
  );
}
