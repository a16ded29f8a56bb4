const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const formats = {
  seconds: new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }),
  minutes: new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  day: new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' }),
};

/** A time of day in the reader's zone, with seconds where marks at this distance differ in them; at midnight, the day. */
export function clockTime(time: number, stepMs = 1000): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  if (stepMs < MINUTE_MS) {
    return formats.seconds.format(date);
  }
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
  return stepMs >= DAY_MS || isMidnight
    ? formats.day.format(date)
    : formats.minutes.format(date);
}

/** Midnight of the reader's zone before a time: what marks of the clock are counted from. */
export function midnightBefore(time: number): number {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 0 : date.setHours(0, 0, 0, 0);
}
