import { AnsiSpan } from '../ansi/parseAnsi';
import { MatchRange } from './findMatches';

/** A span, of which it is known whether it was searched for. */
export interface MarkedSpan extends AnsiSpan {
  readonly marked: boolean;
}

/** Cuts spans where matches begin and end. */
export function markSpans(
  spans: readonly AnsiSpan[],
  ranges: readonly MatchRange[],
): MarkedSpan[] {
  const marked: MarkedSpan[] = [];
  let offset = 0;
  for (const span of spans) {
    const end = offset + span.text.length;
    const cuts = new Set([offset, end]);
    for (const [from, to] of ranges) {
      for (const cut of [from, to]) {
        if (cut > offset && cut < end) {
          cuts.add(cut);
        }
      }
    }
    const places = [...cuts].sort((a, b) => a - b);
    for (let index = 0; index + 1 < places.length; index++) {
      const [from, to] = [places[index], places[index + 1]];
      marked.push({
        ...span,
        text: span.text.slice(from - offset, to - offset),
        marked: ranges.some(([start, stop]) => from >= start && to <= stop),
      });
    }
    offset = end;
  }
  return marked;
}
