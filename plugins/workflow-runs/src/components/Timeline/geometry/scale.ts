import { lengthOf, Span } from './span';

/** Room left of the window's start, and right of its end for the length of the last bar, in pixels. */
export const INSET_LEFT = 10;
export const INSET_RIGHT = 78;

/** How times become pixels: the window fills the width but for the insets, where what lies outside of it may be seen. */
export interface Scale {
  readonly window: Span;
  /** Of the whole plot, in pixels. */
  readonly width: number;
}

/** How many pixels the window fills; at least one, however narrow the plot is. */
export function windowWidth(width: number): number {
  return Math.max(1, width - INSET_LEFT - INSET_RIGHT);
}

export function timeToX(scale: Scale, time: number): number {
  const { window, width } = scale;
  const share = (time - window.start) / lengthOf(window);
  return INSET_LEFT + share * windowWidth(width);
}

export function xToTime(scale: Scale, x: number): number {
  const { window, width } = scale;
  const share = (x - INSET_LEFT) / windowWidth(width);
  return window.start + share * lengthOf(window);
}

export function msPerPixel(scale: Scale): number {
  return lengthOf(scale.window) / windowWidth(scale.width);
}
