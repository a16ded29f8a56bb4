const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;
const NOW_MS = 5 * SECOND_MS;

// Costly to make, and a list needs it in every row.
const exactTimeFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'long',
});

/**
 * A length of time in words, in the unit that a person would use: `12 s`, `14 min`, `2 h 5 min`, `83 days`.
 *
 * @param durationMs - milliseconds; a negative duration counts as its absolute value
 * @public
 */
export function formatDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  if (ms < MINUTE_MS) {
    return `${Math.floor(ms / SECOND_MS)} s`;
  }
  if (ms < HOUR_MS) {
    return `${Math.floor(ms / MINUTE_MS)} min`;
  }
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    const hours = `${Math.floor(ms / HOUR_MS)} h`;
    return minutes ? `${hours} ${minutes} min` : hours;
  }
  if (ms < 2 * YEAR_MS) {
    const days = Math.floor(ms / DAY_MS);
    return days === 1 ? '1 day' : `${days} days`;
  }
  return `${Math.floor(ms / YEAR_MS)} years`;
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0');
}

/**
 * A length of time to the second, for what is compared or ticks: `34 s`, `8 m 18 s`, `2 h 05 m`, `3 d 04 h`.
 *
 * @param durationMs - milliseconds; a negative duration counts as none
 * @public
 */
export function formatExactDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < MINUTE_MS) {
    return `${Math.floor(ms / SECOND_MS)} s`;
  }
  if (ms < HOUR_MS) {
    const seconds = Math.floor((ms % MINUTE_MS) / SECOND_MS);
    return `${Math.floor(ms / MINUTE_MS)} m ${twoDigits(seconds)} s`;
  }
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return `${Math.floor(ms / HOUR_MS)} h ${twoDigits(minutes)} m`;
  }
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  return `${Math.floor(ms / DAY_MS)} d ${twoDigits(hours)} h`;
}

/**
 * A time in relation to now: `14 min ago`, `in 83 days`, and `just now` within 5 seconds.
 *
 * @param timeMs - milliseconds since the epoch
 * @param nowMs - milliseconds since the epoch
 * @public
 */
export function formatRelativeTime(timeMs: number, nowMs: number): string {
  const distanceMs = timeMs - nowMs;
  if (Math.abs(distanceMs) < NOW_MS) {
    return 'just now';
  }
  const duration = formatDuration(distanceMs);
  return distanceMs > 0 ? `in ${duration}` : `${duration} ago`;
}

/**
 * A time to the second, in the reader's language and time zone.
 *
 * @param timeMs - milliseconds since the epoch
 * @public
 */
export function formatExactTime(timeMs: number): string {
  return exactTimeFormat.format(timeMs);
}

/** How long what the functions above say about a time stays true, roughly; milliseconds. */
export function relativeTimeStep(timeMs: number, nowMs: number): number {
  const distanceMs = Math.abs(timeMs - nowMs);
  if (distanceMs < MINUTE_MS) {
    return SECOND_MS;
  }
  return distanceMs < HOUR_MS ? 10 * SECOND_MS : MINUTE_MS;
}
