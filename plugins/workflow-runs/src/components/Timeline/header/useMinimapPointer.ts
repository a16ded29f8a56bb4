import { RefObject, useEffect } from 'react';
import { xToTime } from '../geometry/scale';
import type { Span } from '../geometry/span';
import { Listeners } from '../plot/Listeners';
import type { PlotStore } from '../state/PlotStore';
import { dragged, gripAt, MinimapGrip } from './minimapGrip';

const CURSORS: Record<MinimapGrip['kind'], string> = {
  start: 'ew-resize',
  end: 'ew-resize',
  window: 'grab',
  new: 'crosshair',
};
const THRESHOLD = 3;

interface Drag {
  readonly grip: MinimapGrip;
  readonly x: number;
  readonly window: Span;
  moved: boolean;
}

/** Lets the pointer move and resize the window that the minimap shows, and make a new one. */
export function useMinimapPointer(
  ref: RefObject<HTMLElement>,
  plot: PlotStore,
): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const listeners = new Listeners(element);
    let drag: Drag | undefined;
    const xOf = (event: MouseEvent) =>
      event.clientX - element.getBoundingClientRect().left;
    const scale = () => {
      const { extent, width } = plot.getState();
      return { window: extent, width };
    };
    listeners.add('pointerdown', event => {
      const x = xOf(event);
      const { window } = plot.getState();
      const grip = gripAt(scale(), plot.getState(), x);
      drag = { grip, x, window, moved: false };
      element.setPointerCapture(event.pointerId);
      // Text that is selected meanwhile would stay so.
      event.preventDefault();
    });
    listeners.add('pointermove', event => {
      const x = xOf(event);
      if (!drag) {
        const { kind } = gripAt(scale(), plot.getState(), x);
        element.style.cursor = CURSORS[kind];
        return;
      }
      drag.moved ||= Math.abs(x - drag.x) >= THRESHOLD;
      const { extent } = plot.getState();
      const view = { window: drag.window, extent };
      const window = dragged(drag.grip, view, xToTime(scale(), x));
      if (drag.moved && window) {
        plot.show(window);
      }
    });
    const end = () => {
      drag = undefined;
    };
    listeners.add('pointerup', end);
    listeners.add('pointercancel', end);
    listeners.add('dblclick', () => plot.fit());
    return () => listeners.removeAll();
  }, [ref, plot]);
}
