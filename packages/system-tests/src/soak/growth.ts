/** A figure that must not grow. */
export interface Measured {
  readonly atMs: number;
  readonly value: number;
}

/** How a figure moved after the warm-up. */
export interface Growth {
  readonly median: number;
  /** By how much it grows in the time that was measured, by the median of the slopes between any two samples. */
  readonly growth: number;
  /** The least that counts as growing. */
  readonly allowed: number;
  readonly isFlat: boolean;
}

/** How much of itself a figure may seem to grow by, for it is never quite still. */
const NOISE = 0.03;

/**
 * Tells whether a figure stays as it is.
 *
 * @param leastAllowed - a growth that means nothing, in the unit of the figure
 */
export function growthOf(
  samples: readonly Measured[],
  leastAllowed: number,
): Growth {
  const median = medianOf(samples.map(({ value }) => value));
  const slopes = samples.flatMap((from, index) =>
    samples
      .slice(index + 1)
      .map(to => (to.value - from.value) / (to.atMs - from.atMs)),
  );
  const times = samples.map(({ atMs }) => atMs);
  const spanMs = Math.max(...times) - Math.min(...times);
  const growth = slopes.length > 0 ? medianOf(slopes) * spanMs : 0;
  const allowed = Math.max(leastAllowed, NOISE * median);
  return { median, growth, allowed, isFlat: growth <= allowed };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
