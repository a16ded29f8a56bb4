import type { Tick } from '../geometry/ticks';
import type { PaintColours } from './paintColours';
import type { Surface } from './prepareCanvas';

const FONT_SIZE = 11;
const GAP = 8;

/** Draws the labels of the marks in sight, those that fit beside each other. */
export function paintAxis(
  surface: Surface,
  picture: {
    ticks: readonly Tick[];
    labelOf: (time: number) => string;
    colours: PaintColours;
  },
): void {
  const { context, width, height } = surface;
  context.font = `${FONT_SIZE}px ${picture.colours.fontFamily}`;
  context.fillStyle = picture.colours.secondaryText;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  let free = -Infinity;
  for (const { time, x } of picture.ticks) {
    const label = picture.labelOf(time);
    const end = x + context.measureText(label).width;
    if (x >= Math.max(0, free) && end <= width) {
      context.fillText(label, x, height / 2);
      free = end + GAP;
    }
  }
}
