import { RefObject, useEffect, useRef } from 'react';
import type { Span } from '../geometry/span';
import type { PlotStore } from '../state/PlotStore';
import type { ValueStore } from '../state/ValueStore';
import { Listeners } from './Listeners';
import { PlotGestures } from './PlotGestures';

export interface PlotPointerOptions {
  plot: PlotStore;
  /** What is being selected. */
  range: ValueStore<Span>;
  /** Where the plot begins in the element, in pixels. */
  plotLeft: number;
  /** To drag selects, without a key held. */
  dragSelects?: boolean;
  /** Hears of the pointer while nothing is dragged, and of its leaving. */
  onHover?: (event: PointerEvent | undefined) => void;
}

/** Lets the pointer and the wheel move and zoom the plot that an element shows. */
export function usePlotPointer(
  ref: RefObject<HTMLElement>,
  options: PlotPointerOptions,
): void {
  const { plot, range, plotLeft, dragSelects = false } = options;
  const latest = useRef(options);
  // What the pointer is on changes while the run goes on, which must not interrupt a drag.
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const gestures = new PlotGestures({ plot, onRange: range.set });
    const listeners = new Listeners(element);
    const onHover = (event: PointerEvent | undefined) =>
      latest.current.onHover?.(event);
    /** Set once something was dragged, for the click that follows. */
    let dragged = false;
    const xOf = (event: MouseEvent) =>
      event.clientX - element.getBoundingClientRect().left - plotLeft;

    listeners.add('pointerdown', event => {
      dragged = false;
      if (event.button === 0 && xOf(event) >= 0) {
        const selects = event.shiftKey || dragSelects;
        gestures.press(event.pointerId, xOf(event), { selects });
      }
    });
    listeners.add('pointermove', event => {
      gestures.move(event.pointerId, xOf(event));
      if (gestures.moving) {
        // Only now: a captured pointer clicks on this element rather than on what it pressed.
        element.setPointerCapture(event.pointerId);
        element.classList.add('dragging');
        onHover(undefined);
      } else {
        onHover(event);
      }
    });
    const end = (event: PointerEvent) => {
      dragged = gestures.release(event.pointerId, xOf(event)) || dragged;
      element.classList.remove('dragging');
    };
    listeners.add('pointerup', end);
    listeners.add('pointercancel', end);
    listeners.add('pointerleave', () => onHover(undefined));
    listeners.add(
      'click',
      event => {
        if (dragged) {
          event.stopPropagation();
        }
      },
      { capture: true },
    );
    listeners.add(
      'wheel',
      event => {
        const { deltaX, deltaY, deltaMode, shiftKey, ctrlKey, metaKey } = event;
        const input = { deltaX, deltaY, deltaMode, shiftKey };
        const zooms = ctrlKey || metaKey;
        if (gestures.wheel(xOf(event), { ...input, zooms })) {
          event.preventDefault();
        }
        onHover(undefined);
      },
      { passive: false },
    );
    return () => {
      listeners.removeAll();
      gestures.cancel();
    };
  }, [ref, plot, range, plotLeft, dragSelects]);
}
