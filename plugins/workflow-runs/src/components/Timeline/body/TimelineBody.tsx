import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Span } from '../geometry/span';
import { HEADER_HEIGHT, TimelineLayout } from '../layout';
import { usePlotPointer } from '../plot/usePlotPointer';
import { isExpanded } from '../rows/expansion';
import { indexOfNumber } from '../rows/indexOfNumber';
import type { RowTree, ShownRow } from '../rows/RowTree';
import type { VisibleRows } from '../rows/visibleRows';
import type { PlotStore } from '../state/PlotStore';
import { useRowVirtualizer } from '../state/useRowVirtualizer';
import type { ValueStore } from '../state/ValueStore';
import type { RowDelta } from '../words/delta';
import type { TimeAxis } from '../words/timeAxis';
import { Hover, hoverAt } from './hoverAt';
import { RangeOverlay } from './RangeOverlay';
import { TreeRow } from './TreeRow';
import { useGridEvents } from './useGridEvents';
import { useGridFocus } from './useGridFocus';
import { useRowPainter } from './useRowPainter';

export interface TimelineBodyProps {
  label: string;
  timeline: Timeline;
  tree: RowTree;
  visible: VisibleRows;
  collapsed: ReadonlySet<string>;
  layout: TimelineLayout;
  /** What scrolls the rows; undefined until it is there. */
  scroller: HTMLElement | undefined;
  plot: PlotStore;
  axis: TimeAxis;
  range: ValueStore<Span>;
  hover: ValueStore<Hover>;
  now: () => number;
  showCritical: boolean;
  deltas: ReadonlyMap<string, RowDelta> | undefined;
  selectedId: string | undefined;
  onSelect: (id: string) => void;
  /** Opens or closes a row. */
  onToggle: (id: string) => void;
}

/** The rows: names as a tree, and their bars. */
export function TimelineBody(props: TimelineBodyProps) {
  const { tree, visible, collapsed, layout, plot, now, timeline } = props;
  const { scroller, selectedId, hover, deltas, onSelect, onToggle } = props;
  const { numbers, matches } = visible;
  const { rowHeight } = layout;
  const bodyRef = useRef<HTMLDivElement>(null);
  const gridRef = useRef<HTMLDivElement>(null);

  const indexOf = (id: string | undefined) =>
    indexOfNumber(numbers, tree.numberOf(id));
  const selected = indexOf(selectedId);
  const idOf = useCallback(
    (index: number): string | undefined => tree.rows[numbers[index]]?.row.id,
    [tree, numbers],
  );
  const focus = useGridFocus(gridRef, { indexOf, idOf, fallback: selected });
  const { active } = focus;
  const count = numbers.length;
  const kept = active;
  const rows = useRowVirtualizer({ scroller, count, rowHeight, kept });

  const revealSelected = useRef(() => {});
  revealSelected.current = () => {
    if (selected >= 0) {
      rows.reveal(selected);
    }
  };
  // Only when another row is selected: whoever scrolls away from it means to.
  useEffect(() => revealSelected.current(), [selectedId, scroller]);

  const drawn = useMemo(
    () =>
      numbers
        .slice(rows.first, rows.first + rows.count)
        .map(number => tree.rows[number]),
    [numbers, tree, rows.first, rows.count],
  );
  const isMatch = useCallback(
    ({ number }: ShownRow) => matches?.has(number) ?? true,
    [matches],
  );
  const canvasRef = useRowPainter({
    rows: drawn,
    layout,
    plot,
    axis: props.axis,
    now,
    live: timeline.live,
    showCritical: props.showCritical,
    isMatch,
    deltas,
  });

  const onHover = useCallback(
    (event: PointerEvent | undefined) => {
      const body = bodyRef.current;
      const at = { body, tree, numbers, layout, plot, now: now() };
      hover.set(event && body ? hoverAt({ event, ...at, body }) : undefined);
    },
    [hover, tree, numbers, layout, plot, now],
  );
  const { plotLeft } = layout;
  const { range } = props;
  usePlotPointer(bodyRef, { plot, range, plotLeft, onHover });

  const expandedAt = (index: number) =>
    isExpanded(tree, visible, collapsed, index);
  const withId = (then: (id: string) => void) => (index: number) => {
    const id = idOf(index);
    if (id !== undefined) {
      then(id);
    }
  };
  const events = useGridEvents({
    tree,
    numbers,
    focus,
    plot,
    now,
    isExpanded: expandedAt,
    onToggle: withId(onToggle),
    onSelect: withId(onSelect),
    scrollTo: rows.scrollTo,
    pageSize: () => {
      const height = scroller?.clientHeight ?? 0;
      return Math.max(1, Math.floor((height - HEADER_HEIGHT) / rowHeight) - 1);
    },
  });

  return (
    <div ref={bodyRef} className="body" style={{ height: count * rowHeight }}>
      <div
        ref={gridRef}
        role="treegrid"
        tabIndex={-1}
        className="rows"
        aria-label={props.label}
        aria-rowcount={count + 1}
        {...events}
      >
        <div role="row" aria-rowindex={1} className="words">
          <div role="columnheader">Node</div>
          <div role="columnheader">Phase</div>
          <div role="columnheader">Time</div>
        </div>
        {rows.indices.map(index => {
          const shown = tree.rows[numbers[index]];
          return (
            <TreeRow
              key={shown.row.id}
              shown={shown}
              index={index}
              height={rowHeight}
              nameWidth={layout.treeWidth}
              expanded={expandedAt(index)}
              selected={index === selected}
              active={index === active}
              context={!isMatch(shown)}
              origin={timeline.start}
              now={now}
              delta={deltas?.get(shown.row.id)}
            />
          );
        })}
      </div>
      <canvas
        ref={canvasRef}
        aria-hidden
        style={{ left: plotLeft, top: rows.first * rowHeight }}
      />
      <RangeOverlay range={range} plot={plot} left={plotLeft} />
    </div>
  );
}
