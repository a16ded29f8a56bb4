import { barShape, BarShape } from '../geometry/barShape';
import { INSET_LEFT } from '../geometry/scale';
import type { ShownRow } from '../rows/RowTree';
import { isDifferent } from '../words/delta';
import { BarLabel, barLabel } from '../words/rowWords';
import { Hatching } from './Hatching';
import { paintBar } from './paintBar';
import { paintGrid } from './paintGrid';
import { FONT_SIZE, paintLabel } from './paintLabel';
import type { Surface } from './prepareCanvas';
import type { RowsPicture } from './RowsPicture';
import { TextWidths } from './TextWidths';

const GHOST_INSET = 8;
const CONTEXT_OPACITY = 0.4;

/** Draws the bars of the rows in sight, with their labels, on lines for the times. */
export class RowsPainter {
  readonly #hatching = new Hatching();
  readonly #widths = new TextWidths();

  paint(surface: Surface, picture: RowsPicture): void {
    const { context } = surface;
    paintGrid(surface, picture);
    context.font = `${FONT_SIZE}px ${picture.colours.fontFamily}`;
    context.textBaseline = 'middle';
    picture.rows.forEach((shown, index) => {
      const middle = index * picture.rowHeight + picture.barMiddle;
      context.globalAlpha = picture.isMatch(shown) ? 1 : CONTEXT_OPACITY;
      this.#paintRow(surface, picture, { shown, middle });
    });
    context.globalAlpha = 1;
  }

  #paintRow(
    surface: Surface,
    picture: RowsPicture,
    place: { shown: ShownRow; middle: number },
  ): void {
    const { context } = surface;
    const { colours, scale, now } = picture;
    const { shown, middle } = place;
    const bar = barShape(shown.row, scale, now);
    const label = barLabel(shown.row, now);
    if (!bar) {
      context.fillStyle = colours.secondaryText;
      context.textAlign = 'left';
      context.fillText(label.text, INSET_LEFT + GHOST_INSET, middle);
      return;
    }
    if (bar.outside) {
      paintHint(surface, picture, { bar, label, middle });
      return;
    }
    const outlined = picture.showCritical && shown.row.critical;
    paintBar(
      { surface, hatching: this.#hatching, colours },
      { shown, bar, middle, outlined },
    );
    const delta = picture.deltaOf(shown);
    paintLabel(
      { surface, widths: this.#widths, colours },
      // Rows that took as long as usual stay quiet.
      {
        shown,
        bar,
        label,
        delta: delta && isDifferent(delta) ? delta : undefined,
        middle,
      },
    );
  }
}

/** Tells on which side a bar is that is not in sight. */
function paintHint(
  surface: Surface,
  picture: RowsPicture,
  place: { bar: BarShape; label: BarLabel; middle: number },
): void {
  const { context, width } = surface;
  const { bar, label, middle } = place;
  const left = bar.outside === 'left';
  context.fillStyle = picture.colours.secondaryText;
  context.textAlign = left ? 'left' : 'right';
  context.fillText(
    left ? `‹ ${label.text}` : `${label.text} ›`,
    left ? INSET_LEFT : width - INSET_LEFT,
    middle,
  );
}
