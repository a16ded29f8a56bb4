import Tooltip from '@mui/material/Tooltip';
import { formatExactTime, formatRelativeTime } from './formatTime';
import { useRelativeNow } from './useRelativeNow';

/**
 * Props of {@link RelativeTime}.
 *
 * @public
 */
export interface RelativeTimeProps {
  /** ISO 8601, or milliseconds since the epoch. */
  time: string | number;
}

/**
 * A time in relation to now, which stays true while it is shown; the exact time on hover and on focus.
 *
 * @public
 */
export function RelativeTime(props: RelativeTimeProps) {
  const timeMs = new Date(props.time).getTime();
  const now = useRelativeNow(timeMs);
  if (Number.isNaN(timeMs)) {
    return <span>{props.time}</span>;
  }
  return (
    <Tooltip describeChild title={formatExactTime(timeMs)}>
      <time dateTime={new Date(timeMs).toISOString()}>
        {formatRelativeTime(timeMs, now)}
      </time>
    </Tooltip>
  );
}
