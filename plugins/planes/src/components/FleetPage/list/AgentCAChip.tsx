import { styled, useTheme } from '@mui/material/styles';
import {
  formatDuration,
  formatExactTime,
  toneColours,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';

const MINUTE_MS = 60_000;

const Chip = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  padding: theme.spacing(0.25, 1),
  borderRadius: theme.shape.borderRadius,
  whiteSpace: 'nowrap',
}));

/** That the certificate authority of a plane's agents expires soon, or has. */
export function AgentCAChip(props: { expires: string }) {
  const now = useNow(MINUTE_MS);
  const theme = useTheme();
  const expiresMs = Date.parse(props.expires);
  const isOver = expiresMs <= now;
  const { text, tint } = toneColours(theme, isOver ? 'error' : 'warning');
  return (
    <Chip
      title={formatExactTime(expiresMs)}
      style={{ color: text, backgroundColor: tint }}
    >
      {isOver
        ? 'CA expired'
        : `CA expires in ${formatDuration(expiresMs - now)}`}
    </Chip>
  );
}
