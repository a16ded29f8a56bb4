import type { BarPart, BarShape } from '../geometry/barShape';
import { isGroup } from '../rows/isGroup';
import type { ShownRow } from '../rows/RowTree';
import { rowStatus } from '../words/rowStatus';
import type { Hatching } from './Hatching';
import { BarColours, barColours, PaintColours } from './paintColours';
import type { Surface } from './prepareCanvas';

const BAR_HEIGHT = 14;
const LINE_HEIGHT = 6;
const IDLE_HEIGHT = 2;
const RADIUS = 3;
const OUTLINE_GAP = 2.5;
const OUTLINE_WIDTH = 1.5;

export interface BarBrush {
  readonly surface: Surface;
  readonly hatching: Hatching;
  readonly colours: PaintColours;
}

function fillRounded(
  context: CanvasRenderingContext2D,
  box: { x: number; y: number; width: number; height: number },
  radii: number | number[],
): void {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radii);
  context.fill();
}

function paintHatched(
  brush: BarBrush,
  part: BarPart,
  top: number,
  tone: BarColours,
): void {
  const { context, pixelRatio } = brush.surface;
  context.save();
  // The pattern moves along with its bar.
  context.translate(part.x, top);
  context.fillStyle =
    brush.hatching.pattern(context, tone.bar, pixelRatio) ?? tone.line;
  context.fillRect(0, 0, part.width, BAR_HEIGHT);
  context.restore();
}

function paintPart(
  brush: BarBrush,
  options: { part: BarPart; isLast: boolean; middle: number; tone: BarColours },
): void {
  const { part, isLast, middle, tone } = options;
  const { context } = brush.surface;
  const top = middle - BAR_HEIGHT / 2;
  switch (part.kind) {
    case 'waiting':
      paintHatched(brush, part, top, tone);
      return;
    case 'idle':
      context.fillStyle = tone.line;
      context.fillRect(
        part.x,
        middle - IDLE_HEIGHT / 2,
        part.width,
        IDLE_HEIGHT,
      );
      return;
    case 'suspended':
      context.fillStyle = tone.faint;
      context.fillRect(part.x, top, part.width, BAR_HEIGHT);
      context.strokeStyle = tone.bar;
      context.lineWidth = 1;
      context.setLineDash([3, 3]);
      context.strokeRect(
        part.x + 0.5,
        top + 0.5,
        Math.max(0, part.width - 1),
        BAR_HEIGHT - 1,
      );
      context.setLineDash([]);
      return;
    default:
      context.fillStyle = tone.bar;
      fillRounded(
        context,
        { x: part.x, y: top, width: part.width, height: BAR_HEIGHT },
        isLast ? [0, RADIUS, RADIUS, 0] : 0,
      );
  }
}

function paintLine(
  brush: BarBrush,
  bar: BarShape,
  middle: number,
  tone: BarColours,
): void {
  const { context } = brush.surface;
  for (const part of bar.parts) {
    const height = part.kind === 'idle' ? IDLE_HEIGHT : LINE_HEIGHT;
    context.fillStyle = tone.line;
    fillRounded(
      context,
      { x: part.x, y: middle - height / 2, width: part.width, height },
      height / 2,
    );
  }
}

/** Around the parts in which something ran: to wait is no work of the node's. */
function paintOutline(brush: BarBrush, bar: BarShape, middle: number): void {
  const { context } = brush.surface;
  const begin =
    bar.parts.find(({ kind }) => kind !== 'waiting') ?? bar.parts[0];
  if (!begin) {
    return;
  }
  const gap = OUTLINE_GAP;
  context.strokeStyle = brush.colours.text;
  context.lineWidth = OUTLINE_WIDTH;
  context.beginPath();
  context.roundRect(
    begin.x - gap,
    middle - BAR_HEIGHT / 2 - gap,
    bar.x + bar.width - begin.x + 2 * gap,
    BAR_HEIGHT + 2 * gap,
    [0, RADIUS + gap, RADIUS + gap, 0],
  );
  context.stroke();
}

/** Draws a row's bar: parts for what a node did, a line for a group. */
export function paintBar(
  brush: BarBrush,
  options: {
    shown: ShownRow;
    bar: BarShape;
    middle: number;
    outlined: boolean;
  },
): void {
  const { shown, bar, middle, outlined } = options;
  const tone = barColours(brush.colours, rowStatus(shown.row).tone);
  if (isGroup(shown.row)) {
    paintLine(brush, bar, middle, tone);
    return;
  }
  bar.parts.forEach((part, index) =>
    paintPart(brush, {
      part,
      isLast: index === bar.parts.length - 1 && !shown.row.open,
      middle,
      tone,
    }),
  );
  if (outlined) {
    paintOutline(brush, bar, middle);
  }
}
