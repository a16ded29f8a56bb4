import { barShape, BarShape } from '../geometry/barShape';
import { labelPlace } from '../geometry/labelPlace';
import { INSET_LEFT, timeToX } from '../geometry/scale';
import { isGroup } from '../rows/isGroup';
import type { ShownRow } from '../rows/RowTree';
import { deltaTrend, formatDelta } from '../words/delta';
import { barLabel } from '../words/rowWords';
import { Hatching } from './Hatching';
import { paintBar } from './paintBar';
import { barColours } from './paintColours';
import type { Surface } from './prepareCanvas';
import type { RowsPicture } from './RowsPicture';
import { TextWidths } from './TextWidths';

const FONT_SIZE = 11.5;
const GHOST_INSET = 8;
const DELTA_GAP = 6;
const BACKING = 4;
const CONTEXT_OPACITY = 0.4;

/** Draws the bars of the rows in sight, with their labels, on lines for the times. */
export class RowsPainter {
  readonly #hatching = new Hatching();
  readonly #widths = new TextWidths();

  paint(surface: Surface, picture: RowsPicture): void {
    const { context } = surface;
    this.#paintGrid(surface, picture);
    context.font = `${FONT_SIZE}px ${picture.colours.fontFamily}`;
    context.textBaseline = 'middle';
    picture.rows.forEach((shown, index) => {
      const middle = index * picture.rowHeight + picture.barMiddle;
      context.globalAlpha = picture.isMatch(shown) ? 1 : CONTEXT_OPACITY;
      this.#paintRow(surface, picture, { shown, middle });
    });
    context.globalAlpha = 1;
  }

  #paintGrid(surface: Surface, picture: RowsPicture): void {
    const { context, height } = surface;
    const { colours, scale, now, live } = picture;
    context.fillStyle = colours.grid;
    for (const x of picture.gridXs) {
      context.fillRect(Math.round(x), 0, 1, height);
    }
    if (live) {
      context.fillStyle = barColours(colours, 'running').bar;
      context.fillRect(Math.round(timeToX(scale, now)), 0, 1, height);
    }
  }

  #paintRow(
    surface: Surface,
    picture: RowsPicture,
    place: { shown: ShownRow; middle: number },
  ): void {
    const { context } = surface;
    const { shown, middle } = place;
    const bar = barShape(shown.row, picture.scale, picture.now);
    const label = barLabel(shown.row, picture.now);
    if (!bar) {
      context.fillStyle = picture.colours.secondaryText;
      context.textAlign = 'left';
      const start = Math.max(INSET_LEFT, 0) + GHOST_INSET;
      context.fillText(label, start, middle);
      return;
    }
    if (bar.outside) {
      this.#paintHint(surface, picture, { bar, label, middle });
      return;
    }
    paintBar(
      { surface, hatching: this.#hatching, colours: picture.colours },
      {
        shown,
        bar,
        middle,
        outlined: picture.showCritical && shown.row.critical,
      },
    );
    this.#paintLabel(surface, picture, { shown, bar, label, middle });
  }

  /** Tells on which side a bar is that is not in sight. */
  #paintHint(
    surface: Surface,
    picture: RowsPicture,
    place: { bar: BarShape; label: string; middle: number },
  ): void {
    const { context, width } = surface;
    const left = place.bar.outside === 'left';
    context.fillStyle = picture.colours.secondaryText;
    context.textAlign = left ? 'left' : 'right';
    context.fillText(
      left ? `‹ ${place.label}` : `${place.label} ›`,
      left ? INSET_LEFT : width - INSET_LEFT,
      place.middle,
    );
  }

  #paintLabel(
    surface: Surface,
    picture: RowsPicture,
    place: { shown: ShownRow; bar: BarShape; label: string; middle: number },
  ): void {
    const { context } = surface;
    const { colours } = picture;
    const { shown, bar, label, middle } = place;
    const delta = picture.deltaOf(shown);
    const deltaText = delta ? formatDelta(delta.differenceMs) : '';
    const labelWidth = this.#widths.of(context, label);
    const deltaWidth = delta
      ? DELTA_GAP + this.#widths.of(context, deltaText)
      : 0;
    const { x, align, inside } = labelPlace(
      bar,
      labelWidth + deltaWidth,
      surface.width,
    );
    const start = align === 'left' ? x : x - labelWidth - deltaWidth;
    context.textAlign = 'left';
    const onLine = inside && isGroup(shown.row);
    if (onLine) {
      // The line of a group is too thin to write on.
      context.fillStyle = colours.paper;
      context.fillRect(
        start - BACKING,
        middle - FONT_SIZE / 2,
        labelWidth + deltaWidth + 2 * BACKING,
        FONT_SIZE,
      );
    }
    const onBar = inside && !onLine;
    context.fillStyle = onBar ? colours.paper : colours.secondaryText;
    context.fillText(label, start, middle);
    if (delta) {
      if (!onBar) {
        context.fillStyle = deltaColour(picture, deltaTrend(delta));
      }
      context.fillText(deltaText, start + labelWidth + DELTA_GAP, middle);
    }
  }
}

function deltaColour(
  { colours }: RowsPicture,
  trend: ReturnType<typeof deltaTrend>,
): string {
  switch (trend) {
    case 'slower':
      return barColours(colours, 'warning').text;
    case 'faster':
      return barColours(colours, 'ok').text;
    default:
      return colours.secondaryText;
  }
}
