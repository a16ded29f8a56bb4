/**
 * A number with its noun: `1 agent`, `2 agents`.
 *
 * @public
 */
export function countOf(
  count: number,
  singular: string,
  plural = `${singular}s`,
): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
