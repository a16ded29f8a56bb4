// More pixels cost time and show nothing more.
const MAX_PIXEL_RATIO = 2;

/** A canvas ready to be drawn on: cleared, in CSS pixels. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Gives a canvas its size, and clears it; undefined where it cannot be drawn on. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
): Surface | undefined {
  const { width, height } = size;
  const pixelRatio = Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO);
  const pixels = {
    width: Math.round(width * pixelRatio),
    height: Math.round(height * pixelRatio),
  };
  const context = canvas.getContext('2d');
  if (!context || pixels.width < 1 || pixels.height < 1) {
    return undefined;
  }
  // To set the size, even to what it was, throws the canvas's memory away.
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) {
    canvas.width = pixels.width;
    canvas.height = pixels.height;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height, pixelRatio };
}
