import {
  defaultRangeExtractor,
  Range,
  useVirtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect } from 'react';
import { HEADER_HEIGHT } from '../layout';

const OVERSCAN_ROWS = 8;
/** What is drawn changes by so many rows at once, so that it is not drawn anew for every one. */
const BLOCK_ROWS = 4;
/** For the first render, before anything has been measured. */
const INITIAL_RECT = { width: 0, height: 640 };

function block(index: number): number {
  return Math.max(0, Math.floor(index / BLOCK_ROWS) * BLOCK_ROWS);
}

/** Which rows are near enough to be rendered. */
export interface RowWindow {
  /** Their indices, in order. */
  readonly indices: readonly number[];
  /** What is drawn: rows that follow one another without gaps. */
  readonly first: number;
  readonly count: number;
  /** Scrolls just as far as it takes to see a row. */
  readonly scrollTo: (index: number) => void;
  /** Brings a row into the middle, unless it can be seen. */
  readonly reveal: (index: number) => void;
}

/**
 * Finds the few of many rows of one height that are in sight.
 *
 * @param options - `kept` is a row that is rendered wherever it is: the one that has the focus
 */
export function useRowVirtualizer(options: {
  /** Undefined until it is there. */
  scroller: HTMLElement | undefined;
  count: number;
  rowHeight: number;
  kept: number;
}): RowWindow {
  const { scroller, count, rowHeight, kept } = options;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indices = defaultRangeExtractor(range);
      const isKept = kept >= 0 && kept < range.count && !indices.includes(kept);
      return isKept ? [...indices, kept].sort((a, b) => a - b) : indices;
    },
    [kept],
  );
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller ?? null,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    initialRect: INITIAL_RECT,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    rangeExtractor,
  });
  // It remembers the sizes that it estimated.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const indices = virtualizer.getVirtualItems().map(({ index }) => index);
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const first = block(startIndex - OVERSCAN_ROWS);
  const end = block(endIndex + OVERSCAN_ROWS) + BLOCK_ROWS;
  return {
    indices,
    first,
    count: Math.max(0, Math.min(count, end) - first),
    scrollTo: index => virtualizer.scrollToIndex(index, { align: 'auto' }),
    reveal: index => {
      const { scrollTop = 0, clientHeight = 0 } = scroller ?? {};
      const top = index * rowHeight;
      const bottom = top + rowHeight;
      const visible = clientHeight - HEADER_HEIGHT;
      if (top < scrollTop || bottom > scrollTop + visible) {
        virtualizer.scrollToIndex(index, { align: 'center' });
      }
    },
  };
}
