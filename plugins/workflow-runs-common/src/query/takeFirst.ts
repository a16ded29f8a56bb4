/** Where an item belongs in a sorted list: behind those that equal it. */
function placeOf<T>(
  sorted: readonly T[],
  item: T,
  compare: (a: T, b: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(item, sorted[middle]) < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The first items in an order; the others are not sorted. */
export function takeFirst<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const first: T[] = [];
  for (const item of items) {
    const isFull = first.length === count;
    if (!isFull || compare(item, first[count - 1]) < 0) {
      first.splice(placeOf(first, item, compare), 0, item);
      first.length = Math.min(first.length, count);
    }
  }
  return first;
}
