import type { BarShape } from './barShape';

/** How far beside a bar the pointer still hits it, in pixels. */
const SLOP = 3;

/** The number of the row at a height; undefined above the first and below the last. */
export function rowAt(
  y: number,
  options: { rowHeight: number; count: number },
): number | undefined {
  const row = Math.floor(y / options.rowHeight);
  return row >= 0 && row < options.count ? row : undefined;
}

/** Whether a point of the plot lies on a bar, or so near to it that a person means it. */
export function hitsBar(bar: BarShape | undefined, x: number): boolean {
  return (
    bar !== undefined &&
    bar.outside === undefined &&
    x >= bar.x - SLOP &&
    x <= bar.x + bar.width + SLOP
  );
}
