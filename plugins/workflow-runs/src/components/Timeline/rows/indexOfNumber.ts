/** Where a number stands among ascending ones; -1 where it is not among them. */
export function indexOfNumber(
  ascending: readonly number[],
  number: number | undefined,
): number {
  if (number === undefined) {
    return -1;
  }
  let from = 0;
  let to = ascending.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] === number) {
      return middle;
    }
    if (ascending[middle] < number) {
      from = middle + 1;
    } else {
      to = middle - 1;
    }
  }
  return -1;
}
