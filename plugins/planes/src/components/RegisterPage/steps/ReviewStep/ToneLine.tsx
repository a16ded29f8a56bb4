import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RiAlertLine, RiCheckLine } from '@remixicon/react';
import { ReactNode } from 'react';

const ICONS = { ok: RiCheckLine, warning: RiAlertLine };

export interface ToneLineProps {
  tone: keyof typeof ICONS;
  /** Says in words what the icon and the colour say, too. */
  children: ReactNode;
}

/** A sentence with an icon before it. */
export function ToneLine(props: ToneLineProps) {
  const { tone, children } = props;
  const Icon = ICONS[tone];
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Box sx={{ color: toneColours(useTheme(), tone).text, pt: 0.25 }}>
        <Icon size="1.2em" aria-hidden />
      </Box>
      <Typography
        variant="body2"
        sx={{ minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {children}
      </Typography>
    </Box>
  );
}
