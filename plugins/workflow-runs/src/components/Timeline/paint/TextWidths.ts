const MOST = 2000;

/** Measures texts, each once. */
export class TextWidths {
  readonly #widths = new Map<string, number>();
  #font = '';

  /** The width of a text in the font that the context has, in pixels. */
  of(context: CanvasRenderingContext2D, text: string): number {
    if (context.font !== this.#font || this.#widths.size > MOST) {
      this.#widths.clear();
      this.#font = context.font;
    }
    const width = this.#widths.get(text) ?? context.measureText(text).width;
    this.#widths.set(text, width);
    return width;
  }
}
