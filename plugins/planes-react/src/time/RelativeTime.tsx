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
  /** Leaves the exact time to the browser's own tooltip, which costs less in a long list. */
  light?: boolean;
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
  const exact = formatExactTime(timeMs);
  const machine = new Date(timeMs).toISOString();
  const text = formatRelativeTime(timeMs, now);
  if (props.light) {
    return (
      <time dateTime={machine} title={exact}>
        {text}
      </time>
    );
  }
  return (
    <Tooltip describeChild title={exact}>
      <time dateTime={machine}>{text}</time>
    </Tooltip>
  );
}
