const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A duration in its largest whole unit that gives at least 2, for example `90 minutes`. @public */
export function describeDuration(ms: number): string {
  const [unit, length] = UNITS.find(([, size]) => ms >= 2 * size) ?? UNITS[3];
  const count = Math.max(0, Math.floor(ms / length));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
