import { RefObject, useCallback, useLayoutEffect, useState } from 'react';

function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) {
      return at === document.body || at === document.documentElement
        ? undefined
        : at;
    }
  }
  return undefined;
}

function offsetIn(element: HTMLElement, scroller?: HTMLElement): number {
  const { top } = element.getBoundingClientRect();
  return scroller
    ? top - scroller.getBoundingClientRect().top + scroller.scrollTop
    : top + window.scrollY;
}

/**
 * Where an element is in what scrolls.
 *
 * @public
 */
export interface ScrollPlace {
  /** Undefined where the window scrolls. */
  scroller?: HTMLElement;
  /** In pixels from the beginning of all that scrolls. */
  offset: number;
}

/**
 * Where an element is in what scrolls: the page frame in some portals, the window in others.
 *
 * @public
 */
export function useScrollPlace(
  ref: RefObject<HTMLElement>,
): ScrollPlace | undefined {
  const [place, setPlace] = useState<ScrollPlace>();
  const measure = useCallback(() => {
    const element = ref.current;
    if (element) {
      const scroller = scrollerOf(element);
      const offset = Math.round(offsetIn(element, scroller));
      setPlace(known =>
        known?.offset === offset && known.scroller === scroller
          ? known
          : { scroller, offset },
      );
    }
  }, [ref]);
  // After every render, since whatever stands above can move it.
  useLayoutEffect(() => measure());
  return place;
}
