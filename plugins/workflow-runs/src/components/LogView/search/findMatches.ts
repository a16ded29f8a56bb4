/** Where a text occurs in a line: from, to. */
export type MatchRange = readonly [number, number];

/** Where words occur in a text, ignoring case; they do not overlap. */
export function matchRanges(text: string, sought: string): MatchRange[] {
  if (!sought) {
    return [];
  }
  const haystack = text.toLowerCase();
  const needle = sought.toLowerCase();
  const ranges: MatchRange[] = [];
  // Lower case can be longer than the original, as of İ: positions would not fit.
  if (haystack.length !== text.length) {
    return ranges;
  }
  let at = haystack.indexOf(needle);
  while (at >= 0) {
    ranges.push([at, at + needle.length]);
    at = haystack.indexOf(needle, at + needle.length);
  }
  return ranges;
}

/** The indices of the lines in which something occurs. */
export function matchingLines(
  texts: readonly string[],
  sought: string,
): number[] {
  if (!sought) {
    return [];
  }
  const needle = sought.toLowerCase();
  return texts.flatMap((text, index) =>
    text.toLowerCase().includes(needle) ? [index] : [],
  );
}
