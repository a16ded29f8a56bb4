const FORMAT = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const UNITS_MS = [86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds of a duration such as `1d12h30m`; undefined where it is none. */
export function parseTtl(text: string | undefined): number | undefined {
  const match = text ? FORMAT.exec(text) : undefined;
  return match
    ? UNITS_MS.reduce(
        (sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0),
        0,
      )
    : undefined;
}
