import { useTheme } from '@mui/material/styles';
import { RefObject, useCallback, useMemo } from 'react';
import { ticksOf } from '../geometry/ticks';
import type { TimelineLayout } from '../layout';
import { paintColours } from '../paint/paintColours';
import { prepareCanvas } from '../paint/prepareCanvas';
import { RowsPainter } from '../paint/RowsPainter';
import type { ShownRow } from '../rows/RowTree';
import type { PlotStore } from '../state/PlotStore';
import { useCanvas } from '../state/useCanvas';
import type { RowDelta } from '../words/delta';
import type { TimeAxis } from '../words/timeAxis';

export interface RowPainterOptions {
  /** The rows that the canvas covers, in order. */
  rows: readonly ShownRow[];
  layout: TimelineLayout;
  plot: PlotStore;
  axis: TimeAxis;
  now: () => number;
  live: boolean;
  showCritical: boolean;
  isMatch: (row: ShownRow) => boolean;
  deltas: ReadonlyMap<string, RowDelta> | undefined;
}

/** A canvas with the bars of some rows. */
export function useRowPainter(
  options: RowPainterOptions,
): RefObject<HTMLCanvasElement> {
  const { rows, layout, plot, axis, now, live } = options;
  const { showCritical, isMatch, deltas } = options;
  const colours = paintColours(useTheme());
  const painter = useMemo(() => new RowsPainter(), []);
  const { rowHeight, barMiddle, plotTop, plotWidth } = layout;
  const paint = useCallback(
    (canvas: HTMLCanvasElement) => {
      const size = { width: plotWidth, height: rows.length * rowHeight };
      const surface = prepareCanvas(canvas, size);
      if (surface) {
        const scale = { ...plot.scale, width: plotWidth };
        painter.paint(surface, {
          rows,
          rowHeight,
          barMiddle,
          plotTop,
          scale,
          gridXs: ticksOf(scale, axis).ticks.map(({ x }) => x),
          now: now(),
          live,
          showCritical,
          isMatch,
          deltaOf: ({ row }) => deltas?.get(row.id),
          colours,
        });
      }
    },
    [
      rows,
      rowHeight,
      barMiddle,
      plotTop,
      plotWidth,
      plot,
      painter,
      axis,
      now,
      live,
      showCritical,
      isMatch,
      deltas,
      colours,
    ],
  );
  return useCanvas(plot, paint);
}
