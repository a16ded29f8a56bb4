import Stack from '@mui/material/Stack';
import { PlaneHistory } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  formatUptime,
  HistoryStrip,
  usePlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { FlappingNotice } from '../Notice';

function figures(history: PlaneHistory): string {
  const { uptime, losses, flaps } = history;
  return [
    uptime === undefined
      ? 'uptime not known'
      : `uptime ${formatUptime(uptime)}`,
    ...(losses > 0 ? [countOf(losses, 'loss', 'losses')] : []),
    ...(flaps > 0 ? [countOf(flaps, 'flap')] : []),
  ].join(' · ');
}

/** How the plane was over 30 days, where the portal has recorded something. */
export function RecentHistory(props: { uid: string }) {
  const { value: history } = usePlaneHistory(props.uid, '30d');
  if (history?.recordedSince === undefined) {
    return null;
  }
  return (
    <Stack spacing={2}>
      {history.flapping && <FlappingNotice />}
      <HistoryStrip
        summary={history}
        label="30 days"
        from="30 days"
        caption={figures(history)}
        to="now"
      />
    </Stack>
  );
}
