import { timeToX } from '../geometry/scale';
import { barColours } from './paintColours';
import type { Surface } from './prepareCanvas';
import type { RowsPicture } from './RowsPicture';

/** Draws lines for the times and for now, but not across the names. */
export function paintGrid(surface: Surface, picture: RowsPicture): void {
  const { context, height } = surface;
  const { rows, rowHeight, plotTop, colours, gridXs } = picture;
  const { scale, now, live } = picture;
  const line = (x: number) => {
    if (plotTop === 0) {
      context.fillRect(Math.round(x), 0, 1, height);
      return;
    }
    rows.forEach((_, index) => {
      const top = index * rowHeight + plotTop;
      context.fillRect(Math.round(x), top, 1, rowHeight - plotTop);
    });
  };
  context.fillStyle = colours.grid;
  gridXs.forEach(line);
  if (live) {
    context.fillStyle = barColours(colours, 'running').bar;
    line(timeToX(scale, now));
  }
}
