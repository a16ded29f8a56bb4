const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * A time since the start, for an axis: `0:05`, `7:00`, `1:02:00`, `2d 1:02:00`.
 *
 * @param milliseconds - rounded down to seconds; may be negative
 * @public
 */
export function formatOffset(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  if (!Number.isFinite(seconds)) {
    return '';
  }
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  const clock =
    seconds < HOUR
      ? `${minutes}:${twoDigits(seconds % MINUTE)}`
      : `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % MINUTE)}`;
  const sign = milliseconds < 0 && seconds > 0 ? '-' : '';
  return `${sign}${days > 0 ? `${days}d ` : ''}${clock}`;
}
