import { RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** How near the end still counts as the end, in pixels. */
const NEAR_PX = 24;

/**
 * Keeps the end of a growing list in sight, until the reader scrolls away from it.
 *
 * @returns what to call when the list was scrolled
 */
export function useStickToEnd(options: {
  scroller: RefObject<HTMLElement>;
  stick: boolean;
  lines: readonly unknown[];
  onChange: (stick: boolean) => void;
}): () => void {
  const { scroller, stick, lines, onChange } = options;
  const lastTop = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (stick && element) {
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    }
  }, [scroller, stick, lines]);
  return useCallback(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const { scrollTop, scrollHeight, clientHeight } = element;
    const wentUp = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    const atEnd = scrollHeight - scrollTop - clientHeight <= NEAR_PX;
    if (stick && wentUp && !atEnd) {
      onChange(false);
    } else if (!stick && atEnd && !wentUp) {
      onChange(true);
    }
  }, [scroller, stick, onChange]);
}
