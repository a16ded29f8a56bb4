import { RefObject, useLayoutEffect, useRef } from 'react';
import type { PlotStore } from './PlotStore';

/**
 * A canvas that is drawn before the browser shows what was rendered, and again whenever the plot moves.
 *
 * @param paint - another function draws anew
 */
export function useCanvas(
  plot: PlotStore,
  paint: (canvas: HTMLCanvasElement) => void,
): RefObject<HTMLCanvasElement> {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const draw = () => {
      if (ref.current) {
        paint(ref.current);
      }
    };
    draw();
    return plot.subscribe(draw);
  }, [plot, paint]);
  return ref;
}
