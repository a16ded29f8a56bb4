import {
  useVirtualizer,
  useWindowVirtualizer,
  VirtualItem,
} from '@tanstack/react-virtual';
import { RefObject, useCallback } from 'react';
import { useScrollPlace } from './useScrollPlace';

const OVERSCAN_LINES = 6;

/**
 * A line of a list that is drawn as far as it is in sight.
 *
 * @public
 */
export interface VirtualLine {
  /** Unique in the list. */
  readonly key: string;
}

/**
 * Which lines are in sight, and where all of them are.
 *
 * @public
 */
export interface ListVirtualizer {
  /** The height of all lines, in pixels. */
  height: number;
  visible: readonly VirtualItem[];
  /** The beginning of the list is out of sight. */
  isScrolled: boolean;
  /** Where a line begins, in pixels from the top of the list; where it ends, for the number after the last. */
  startOf: (index: number) => number;
  /** A ref for the element of a line, which carries the line's number as `data-index`. */
  measure: (element: HTMLElement | null) => void;
}

/**
 * Finds the few of many lines that are in sight.
 *
 * @public
 */
export function useListVirtualizer<L extends VirtualLine>(
  ref: RefObject<HTMLElement>,
  lines: readonly L[],
  estimatedHeight: (line: L) => number,
): ListVirtualizer {
  const place = useScrollPlace(ref);
  // Another function makes the virtualizer look at all lines anew.
  const getItemKey = useCallback((index: number) => lines[index].key, [lines]);
  const options = {
    count: lines.length,
    estimateSize: (index: number) => estimatedHeight(lines[index]),
    getItemKey,
    overscan: OVERSCAN_LINES,
    scrollMargin: place?.offset ?? 0,
  };
  const inElement = useVirtualizer<HTMLElement, HTMLElement>({
    ...options,
    getScrollElement: () => place?.scroller ?? null,
    enabled: place?.scroller !== undefined,
  });
  const inWindow = useWindowVirtualizer<HTMLElement>({
    ...options,
    enabled: place !== undefined && place.scroller === undefined,
  });
  const virtualizer = place?.scroller ? inElement : inWindow;
  const { scrollMargin } = options;
  const height = virtualizer.getTotalSize();
  const startOf = (index: number) => {
    const line = virtualizer.measurementsCache[index];
    return line ? line.start - scrollMargin : height;
  };
  return {
    height,
    visible: virtualizer.getVirtualItems(),
    isScrolled: (virtualizer.scrollOffset ?? 0) > scrollMargin,
    startOf,
    measure: virtualizer.measureElement,
  };
}
