import type { BarShape } from '../geometry/barShape';
import { fitsBeside, labelPlace } from '../geometry/labelPlace';
import { isGroup } from '../rows/isGroup';
import type { ShownRow } from '../rows/RowTree';
import { deltaTrend, formatDelta, RowDelta } from '../words/delta';
import type { BarLabel } from '../words/rowWords';
import { barColours, PaintColours } from './paintColours';
import type { Surface } from './prepareCanvas';
import type { TextWidths } from './TextWidths';

export const FONT_SIZE = 11.5;
const DELTA_GAP = 6;
const BACKING = 4;

export interface LabelBrush {
  readonly surface: Surface;
  readonly widths: TextWidths;
  readonly colours: PaintColours;
}

function deltaColour(colours: PaintColours, delta: RowDelta): string {
  switch (deltaTrend(delta)) {
    case 'slower':
      return barColours(colours, 'warning').text;
    case 'faster':
      return barColours(colours, 'ok').text;
    default:
      return colours.secondaryText;
  }
}

/** Whether one can write on the end of a bar that is in sight: a line is too thin, and hatching too restless. */
function isSolid(shown: ShownRow, bar: BarShape): boolean {
  return !isGroup(shown.row) && bar.parts.at(-1)?.kind === 'running';
}

/** Writes how long a row took beside its bar or, if there is no room, on it. */
export function paintLabel(
  brush: LabelBrush,
  options: {
    shown: ShownRow;
    bar: BarShape;
    label: BarLabel;
    delta: RowDelta | undefined;
    middle: number;
  },
): void {
  const { colours, widths, surface } = brush;
  const { context, width: plotWidth } = surface;
  const { shown, bar, label, delta, middle } = options;
  const deltaText = delta ? formatDelta(delta.differenceMs) : '';
  const deltaWidth = delta ? DELTA_GAP + widths.of(context, deltaText) : 0;
  const whole = label.text + (label.more ?? '');
  const text = fitsBeside(
    bar,
    widths.of(context, whole) + deltaWidth,
    plotWidth,
  )
    ? whole
    : label.text;
  const textWidth = widths.of(context, text);
  const width = textWidth + deltaWidth;
  const { x, align, inside } = labelPlace(bar, width, plotWidth);
  const start = align === 'left' ? x : x - width;
  const onBar = inside && isSolid(shown, bar);
  if (inside && !onBar) {
    context.fillStyle = colours.paper;
    context.fillRect(
      start - BACKING,
      middle - FONT_SIZE / 2,
      width + 2 * BACKING,
      FONT_SIZE,
    );
  }
  context.textAlign = 'left';
  context.fillStyle = onBar ? colours.paper : colours.secondaryText;
  context.fillText(text, start, middle);
  if (delta) {
    context.fillStyle = onBar ? colours.paper : deltaColour(colours, delta);
    context.fillText(deltaText, start + textWidth + DELTA_GAP, middle);
  }
}
