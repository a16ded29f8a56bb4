const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const LENGTH_IN_SECONDS = '2026-11-21T00:49:33Z'.length;

/**
 * Reads a time as Kubernetes writes it.
 *
 * @returns in UTC, with milliseconds only where it has any; undefined for anything that is no time, and for Go's zero time
 */
export function readTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || !RFC_3339.test(value)) {
    return undefined;
  }
  const time = Date.parse(value);
  if (!(time > 0)) {
    return undefined;
  }
  return value.length === LENGTH_IN_SECONDS && value.endsWith('Z')
    ? value
    : new Date(time).toISOString().replace('.000Z', 'Z');
}
