const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const LENGTH_IN_SECONDS = '2026-11-21T00:49:33Z'.length;

/** ISO 8601 in UTC, to the millisecond where it has any; equal instants give equal texts. */
export function formatTime(time: Date): string {
  return time.toISOString().replace('.000Z', 'Z');
}

/**
 * Reads a time as Kubernetes writes it (RFC 3339).
 *
 * @returns as {@link formatTime} writes it; undefined for anything else, and for Go's zero time,
 * which means never
 */
export function parseTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || !RFC_3339.test(value)) {
    return undefined;
  }
  const time = Date.parse(value);
  if (!(time > 0)) {
    return undefined;
  }
  return value.length === LENGTH_IN_SECONDS && value.endsWith('Z')
    ? value
    : formatTime(new Date(time));
}
