import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { endOf } from '../geometry/barShape';
import type { Span } from '../geometry/span';
import { handlePlotKey } from '../plot/plotKeys';
import type { RowTree } from '../rows/RowTree';
import type { PlotStore } from '../state/PlotStore';
import { gridAction } from './gridKeys';
import type { GridFocus } from './useGridFocus';

export interface GridEventsOptions {
  tree: RowTree;
  /** The numbers of the visible rows, in order. */
  numbers: readonly number[];
  focus: GridFocus;
  plot: PlotStore;
  now: () => number;
  isExpanded: (index: number) => boolean | undefined;
  /** Opens or closes a visible row. */
  onToggle: (index: number) => void;
  onSelect: (index: number) => void;
  scrollTo: (index: number) => void;
  /** How many rows are in sight. */
  pageSize: () => number;
}

function indexOf(target: EventTarget): number | undefined {
  const row =
    target instanceof Element ? target.closest('[data-index]') : undefined;
  const index = row?.getAttribute('data-index');
  return index ? Number(index) : undefined;
}

function isToggle(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-toggle]') !== null;
}

/** What clicks and keys do in the grid; its rows have no handlers of their own. */
export function useGridEvents(options: GridEventsOptions) {
  const { tree, numbers, focus, plot, onToggle, onSelect } = options;

  const spanOf = (index: number): Span | undefined => {
    const { row } = tree.rows[numbers[index]];
    const end = endOf(row, options.now());
    return row.start === undefined || end === undefined
      ? undefined
      : { start: row.start, end };
  };

  const onClick = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index !== undefined) {
      focus.activate(index);
      (isToggle(event.target) ? onToggle : onSelect)(index);
    }
  };

  const onDoubleClick = (event: MouseEvent) => {
    const index = indexOf(event.target);
    const span = index === undefined ? undefined : spanOf(index);
    if (span && !isToggle(event.target)) {
      plot.zoomTo(span);
    }
  };

  const moveTo = (index: number) => {
    options.scrollTo(index);
    focus.focus(index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target);
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (handlePlotKey(plot, event, spanOf(index))) {
      event.preventDefault();
      return;
    }
    const action = gridAction(event.key, {
      tree,
      numbers,
      index,
      isExpanded: options.isExpanded,
      page: options.pageSize(),
    });
    if (action) {
      event.preventDefault();
      const does = { move: moveTo, select: onSelect, toggle: onToggle };
      does[action.type](action.index);
    }
  };

  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index !== undefined) {
      focus.activate(index);
    }
  };

  return { onClick, onDoubleClick, onKeyDown, onFocus };
}
