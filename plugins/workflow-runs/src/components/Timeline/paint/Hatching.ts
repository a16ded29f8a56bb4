const STEP = 6;
const STROKE = 1.5;

/** Makes patterns of slanted lines, each once. */
export class Hatching {
  readonly #patterns = new Map<string, CanvasPattern | undefined>();

  /** A pattern in a colour; undefined where there are no patterns. */
  pattern(
    context: CanvasRenderingContext2D,
    colour: string,
    pixelRatio: number,
  ): CanvasPattern | undefined {
    const key = `${colour} ${pixelRatio}`;
    if (!this.#patterns.has(key)) {
      this.#patterns.set(key, makePattern(context, colour, pixelRatio));
    }
    return this.#patterns.get(key);
  }
}

function makePattern(
  context: CanvasRenderingContext2D,
  colour: string,
  pixelRatio: number,
): CanvasPattern | undefined {
  const side = Math.round(STEP * pixelRatio);
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const brush = tile.getContext('2d');
  if (!brush) {
    return undefined;
  }
  brush.strokeStyle = colour;
  brush.lineWidth = STROKE * pixelRatio;
  // Three lines, since the corners of a tile show the ends of its neighbours'.
  for (const shift of [-side, 0, side]) {
    brush.moveTo(shift - 1, -1);
    brush.lineTo(shift + side + 1, side + 1);
  }
  brush.stroke();
  const pattern = context.createPattern(tile, 'repeat') ?? undefined;
  pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
  return pattern;
}
