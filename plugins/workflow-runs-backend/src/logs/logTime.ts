const TIME =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** A moment to the nanosecond, which is more than a Date holds. */
export interface LogTime {
  /** Since 1970. */
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Reads a time of RFC 3339; undefined where it is none. */
export function parseLogTime(text: string): LogTime | undefined {
  const [, dateTime, fraction = '', zone] = TIME.exec(text) ?? [];
  const milliseconds = Date.parse(`${dateTime}${zone}`);
  return Number.isNaN(milliseconds)
    ? undefined
    : {
        seconds: milliseconds / 1000,
        // Go leaves zeros at the end away.
        nanoseconds: Number(fraction.padEnd(9, '0')),
      };
}

/** Whether a moment is later than another. */
export function isLater(a: LogTime, b: LogTime): boolean {
  return a.seconds === b.seconds
    ? a.nanoseconds > b.nanoseconds
    : a.seconds > b.seconds;
}

/** The beginning of the second, as Kubernetes takes it. */
export function toSinceTime({ seconds }: LogTime): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
