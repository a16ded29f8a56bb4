import { barShape } from '../geometry/barShape';
import { hitsBar, rowAt } from '../geometry/hitTest';
import type { TimelineLayout } from '../layout';
import type { RowTree } from '../rows/RowTree';
import type { PlotStore } from '../state/PlotStore';

/** What the pointer is on. */
export interface Hover {
  /** The number of the row in the tree. */
  readonly number: number;
  /** Where the pointer is in the browser's window, in pixels. */
  readonly x: number;
  readonly y: number;
}

/** The bar that the pointer is on; undefined where it is on none, or is a finger. */
export function hoverAt(options: {
  event: PointerEvent;
  body: HTMLElement;
  tree: RowTree;
  numbers: readonly number[];
  layout: TimelineLayout;
  plot: PlotStore;
  now: number;
}): Hover | undefined {
  const { event, body, tree, numbers, layout, plot, now } = options;
  if (event.pointerType === 'touch') {
    return undefined;
  }
  const box = body.getBoundingClientRect();
  const index = rowAt(event.clientY - box.top, {
    rowHeight: layout.rowHeight,
    count: numbers.length,
  });
  const x = event.clientX - box.left - layout.plotLeft;
  if (index === undefined || x < 0) {
    return undefined;
  }
  const number = numbers[index];
  const bar = barShape(tree.rows[number].row, plot.scale, now);
  return hitsBar(bar, x)
    ? { number, x: event.clientX, y: event.clientY }
    : undefined;
}
