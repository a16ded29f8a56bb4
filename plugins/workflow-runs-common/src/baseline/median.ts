/** The median of some numbers, rounded; undefined where there are none. */
export function median(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) {
    return undefined;
  }
  const sorted = Float64Array.from(numbers).sort();
  const middle = Math.floor(sorted.length / 2);
  return Math.round(
    sorted.length % 2 === 1
      ? sorted[middle]
      : (sorted[middle - 1] + sorted[middle]) / 2,
  );
}
