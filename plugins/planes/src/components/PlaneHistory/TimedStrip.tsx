import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PlaneHistory } from '@openchoreo-planes/backstage-plugin-planes-common';
import { HistoryStrip } from '@openchoreo-planes/backstage-plugin-planes-react';
import { WINDOW_LABELS } from './historyWindows';

/** The times that stand below the strip, at equal distances. */
const MARKS = 5;

function markLabel(timeMs: number, history: PlaneHistory): string {
  const time: Intl.DateTimeFormatOptions =
    history.window === '24h'
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(undefined, time).format(timeMs);
}

/** The history as a strip, with the times that it spans. */
export function TimedStrip(props: { history: PlaneHistory }) {
  const { history } = props;
  const fromMs = Date.parse(history.from);
  const toMs = Date.parse(history.to);
  const marks = Array.from({ length: MARKS - 1 }, (_, index) =>
    markLabel(fromMs + ((toMs - fromMs) * index) / (MARKS - 1), history),
  );
  return (
    <div>
      <HistoryStrip summary={history} label={WINDOW_LABELS[history.window]} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 0.5 }}>
        {[...marks, 'now'].map((label, index) => (
          <Typography
            key={index}
            variant="caption"
            color="text.secondary"
            sx={{
              fontVariantNumeric: 'tabular-nums',
              // Narrow screens have room for the ends and the middle.
              display: { xs: index % 2 === 0 ? 'block' : 'none', sm: 'block' },
            }}
          >
            {label}
          </Typography>
        ))}
      </Box>
    </div>
  );
}
