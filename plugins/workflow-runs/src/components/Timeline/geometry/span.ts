/** A span of time in milliseconds since 1970; `start` < `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function lengthOf(span: Span): number {
  return span.end - span.start;
}

export function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
