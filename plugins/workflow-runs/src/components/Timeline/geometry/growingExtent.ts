import { lengthOf, Span } from './span';

const SHORTEST_MS = 10_000;
/** Each step leaves room for so much more time. */
const STEP = 1.15;
const ROOM = 1.01;

/**
 * What there is to see of a span that still grows: more than it has now, in steps, so that bars grow within a scale that rests
 * and changes seldom.
 */
export function growingExtent(span: Span): Span {
  const wanted = Math.max(lengthOf(span) * ROOM, SHORTEST_MS);
  const steps = Math.ceil(Math.log(wanted / SHORTEST_MS) / Math.log(STEP));
  return { start: span.start, end: span.start + SHORTEST_MS * STEP ** steps };
}
