import type {
  TimelineRow,
  TimelineSegmentKind,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { Scale, timeToX } from './scale';

/** Nothing that happened is drawn narrower, in pixels. */
export const MIN_BAR_WIDTH = 4;
/** How far beyond the plot's edges a bar is drawn; the rest of it, which may be very long, is cut off. */
const BEYOND = 12;

/** A part of a bar in pixels. */
export interface BarPart {
  readonly kind: TimelineSegmentKind;
  readonly x: number;
  readonly width: number;
}

/** A bar in pixels, cut to the plot. */
export interface BarShape {
  readonly x: number;
  readonly width: number;
  readonly parts: readonly BarPart[];
  /** It lies left or right of the plot as a whole; then its parts are empty. */
  readonly outside?: 'left' | 'right';
}

/** The end of a row's time now: that of an open one grows. */
export function endOf(
  row: Pick<TimelineRow, 'open' | 'end'>,
  now: number,
): number | undefined {
  return row.open && row.end !== undefined ? Math.max(row.end, now) : row.end;
}

/** How long a row took, or has taken so far; undefined where it never began. */
export function lastedMs(
  row: Pick<TimelineRow, 'open' | 'start' | 'end'>,
  now: number,
): number | undefined {
  const end = endOf(row, now);
  return row.start === undefined || end === undefined
    ? undefined
    : end - row.start;
}

/** Where a row's bar is; undefined where it has none. */
export function barShape(
  row: Pick<TimelineRow, 'open' | 'start' | 'end' | 'segments'>,
  scale: Scale,
  now: number,
): BarShape | undefined {
  const end = endOf(row, now);
  if (row.start === undefined || end === undefined) {
    return undefined;
  }
  const from = timeToX(scale, row.start);
  const to = Math.max(timeToX(scale, end), from + MIN_BAR_WIDTH);
  if (to <= 0 || from >= scale.width) {
    const outside = to <= 0 ? 'left' : 'right';
    return { x: from, width: to - from, parts: [], outside };
  }
  const cut = (x: number) =>
    Math.min(Math.max(x, -BEYOND), scale.width + BEYOND);
  const parts: BarPart[] = [];
  const last = row.segments.length - 1;
  row.segments.forEach((segment, index) => {
    const x = cut(timeToX(scale, segment.start));
    // The last part takes what the bar's least width and its growth add.
    const partEnd = cut(index === last ? to : timeToX(scale, segment.end));
    if (partEnd > x) {
      parts.push({ kind: segment.kind, x, width: partEnd - x });
    }
  });
  const x = cut(from);
  return { x, width: cut(to) - x, parts };
}
