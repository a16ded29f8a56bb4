import { Scale, timeToX, xToTime } from '../geometry/scale';
import type { Span } from '../geometry/span';
import { MIN_WINDOW_MS, spanBetween } from '../geometry/viewport';

/** How near to an edge of the window the pointer takes it, in pixels. */
const EDGE = 6;

/** What the pointer has hold of in the minimap. */
export type MinimapGrip =
  | { readonly kind: 'start' | 'end' }
  /** The whole window; `offset` is the time from its start to the pointer. */
  | { readonly kind: 'window'; readonly offset: number }
  /** Nothing yet: a new window begins here. */
  | { readonly kind: 'new'; readonly from: number };

/**
 * What a press takes hold of.
 *
 * @param scale - of the minimap, whose window is the extent of the timeline
 */
export function gripAt(
  scale: Scale,
  view: { window: Span; fitted: boolean },
  x: number,
): MinimapGrip {
  const { window, fitted } = view;
  const start = timeToX(scale, window.start);
  const end = timeToX(scale, window.end);
  const nearStart = Math.abs(x - start);
  const nearEnd = Math.abs(x - end);
  if (Math.min(nearStart, nearEnd) <= EDGE) {
    return { kind: nearStart < nearEnd ? 'start' : 'end' };
  }
  const at = xToTime(scale, x);
  // A window that shows all there is cannot be moved.
  return x > start && x < end && !fitted
    ? { kind: 'window', offset: at - window.start }
    : { kind: 'new', from: at };
}

/** The window that comes of dragging what the pointer has hold of; undefined where that is none. */
export function dragged(
  grip: MinimapGrip,
  view: { window: Span; extent: Span },
  at: number,
): Span | undefined {
  const { window, extent } = view;
  switch (grip.kind) {
    case 'start':
      return {
        start: Math.min(at, window.end - MIN_WINDOW_MS),
        end: window.end,
      };
    case 'end':
      return {
        start: window.start,
        end: Math.max(at, window.start + MIN_WINDOW_MS),
      };
    case 'window': {
      const start = at - grip.offset;
      return { start, end: start + window.end - window.start };
    }
    default:
      return spanBetween(grip.from, at, extent);
  }
}
