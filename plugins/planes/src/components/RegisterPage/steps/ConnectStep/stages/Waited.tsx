import Typography from '@mui/material/Typography';
import {
  formatDuration,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** For how long something has been waited for. */
export function Waited(props: { since: string }) {
  const sinceMs = Date.parse(props.since);
  const now = useRelativeNow(sinceMs);
  if (Number.isNaN(sinceMs)) {
    return null;
  }
  return (
    <Typography variant="body2" color="text.secondary">
      {/* The control plane's clock may be ahead of the browser's. */}
      Waiting for {formatDuration(Math.max(0, now - sinceMs))}.
    </Typography>
  );
}
