/** The first items in an order, without ordering the rest. */
export function takeFirst<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const first: T[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (
      first.length === count &&
      last !== undefined &&
      compare(item, last) >= 0
    ) {
      continue;
    }
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (compare(item, first[middle]) < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    first.splice(low, 0, item);
    if (first.length > count) {
      first.pop();
    }
  }
  return first;
}
