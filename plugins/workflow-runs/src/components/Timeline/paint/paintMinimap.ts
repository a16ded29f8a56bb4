import type { MinimapMarks } from '../geometry/minimapMarks';
import { INSET_LEFT, timeToX, windowWidth } from '../geometry/scale';
import type { Span } from '../geometry/span';
import { barColours, PaintColours } from './paintColours';
import type { Surface } from './prepareCanvas';

const PADDING = 3;
const MOST_LANE_HEIGHT = 2;

/** Draws all of a run in a few pixels. */
export function paintMinimap(
  surface: Surface,
  picture: {
    minimap: MinimapMarks;
    extent: Span;
    now: number;
    colours: PaintColours;
  },
): void {
  const { context, width, height } = surface;
  const { minimap, extent, now, colours } = picture;
  const scale = { window: extent, width };
  const laneHeight = (height - 2 * PADDING) / Math.max(1, minimap.lanes);
  const markHeight = Math.min(MOST_LANE_HEIGHT, laneHeight);
  const end = INSET_LEFT + windowWidth(width);
  for (const { lane, start, end: known, tone, open } of minimap.marks) {
    const x = timeToX(scale, start);
    const until = Math.min(
      end,
      timeToX(scale, open ? Math.max(known, now) : known),
    );
    context.fillStyle = barColours(colours, tone).text;
    context.fillRect(
      x,
      PADDING + lane * laneHeight + (laneHeight - markHeight) / 2,
      Math.max(1, until - x),
      markHeight,
    );
  }
}
