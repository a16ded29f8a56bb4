import { lengthOf, Span } from './span';

/** The shortest time that the whole width can show: Argo counts whole seconds. */
export const MIN_WINDOW_MS = 2000;

/** How much room a zoom to something leaves on each side of it, as a share of its length. */
const MARGIN = 0.06;

function shortest(extent: Span): number {
  return Math.min(MIN_WINDOW_MS, lengthOf(extent));
}

/**
 * The window nearest to the wanted one that lies within the extent: moved rather than cut, and never too short to be drawn.
 *
 * @param extent - all there is to see
 */
export function clampWindow(wanted: Span, extent: Span): Span {
  const length = Math.max(lengthOf(wanted), shortest(extent));
  if (!(length < lengthOf(extent))) {
    return extent;
  }
  const start = Math.min(
    Math.max(wanted.start, extent.start),
    extent.end - length,
  );
  // The sum may be rounded beyond the end.
  return { start, end: Math.min(start + length, extent.end) };
}

/** Zooms around a time, which stays where it is unless the extent ends; a factor above 1 shows less time, and so more detail. */
export function zoomAround(
  window: Span,
  extent: Span,
  options: { at: number; factor: number },
): Span {
  const { at, factor } = options;
  const length = Math.max(lengthOf(window) / factor, shortest(extent));
  const share = (at - window.start) / lengthOf(window);
  const start = at - share * length;
  return clampWindow({ start, end: start + length }, extent);
}

/** Moves the window, as far as the extent goes. */
export function panBy(window: Span, extent: Span, byMs: number): Span {
  return clampWindow(
    { start: window.start + byMs, end: window.end + byMs },
    extent,
  );
}

/** The window that shows a span as large as it fits, with some room around it. */
export function windowAround(span: Span, extent: Span): Span {
  const length = Math.max(span.end - span.start, shortest(extent));
  const middle = (span.start + span.end) / 2;
  const half = length * (0.5 + MARGIN);
  return clampWindow({ start: middle - half, end: middle + half }, extent);
}

/** The smallest move of the window that shows a time, with some room beside it. */
export function windowShowing(window: Span, extent: Span, at: number): Span {
  const room = lengthOf(window) * MARGIN;
  if (at < window.start) {
    return panBy(window, extent, at - room - window.start);
  }
  return at > window.end
    ? panBy(window, extent, at + room - window.end)
    : window;
}

/** Whether the window shows all there is. */
export function showsAll(window: Span, extent: Span): boolean {
  return window.start <= extent.start && window.end >= extent.end;
}

/** Two times in any order as a span, as far as it lies within the extent; undefined where that is nothing. */
export function spanBetween(
  one: number,
  other: number,
  extent: Span,
): Span | undefined {
  const start = Math.max(Math.min(one, other), extent.start);
  const end = Math.min(Math.max(one, other), extent.end);
  return start < end ? { start, end } : undefined;
}
