/**
 * The values with one more, or without it where it is among them.
 *
 * @public
 */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value)
    ? values.filter(other => other !== value)
    : [...values, value];
}
