import { useTheme } from '@mui/material/styles';
import { useCallback, useRef } from 'react';
import { ticksOf } from '../geometry/ticks';
import type { Span } from '../geometry/span';
import { AXIS_HEIGHT } from '../layout';
import { paintAxis } from '../paint/paintAxis';
import { paintColours } from '../paint/paintColours';
import { prepareCanvas } from '../paint/prepareCanvas';
import { usePlotPointer } from '../plot/usePlotPointer';
import type { PlotStore } from '../state/PlotStore';
import { useCanvas } from '../state/useCanvas';
import type { ValueStore } from '../state/ValueStore';
import type { TimeAxis } from '../words/timeAxis';

export interface AxisProps {
  plot: PlotStore;
  axis: TimeAxis;
  range: ValueStore<Span>;
}

/** The times above the bars. To drag on it selects a span. */
export function Axis(props: AxisProps) {
  const { plot, axis, range } = props;
  const colours = paintColours(useTheme());
  const rootRef = useRef<HTMLDivElement>(null);
  usePlotPointer(rootRef, { plot, range, plotLeft: 0, dragSelects: true });
  const paint = useCallback(
    (canvas: HTMLCanvasElement) => {
      const { width } = plot.getState();
      const surface = prepareCanvas(canvas, { width, height: AXIS_HEIGHT });
      if (surface) {
        const { stepMs, ticks } = ticksOf(plot.scale, axis);
        const labelOf = (time: number) => axis.label(time, stepMs);
        paintAxis(surface, { ticks, labelOf, colours });
      }
    },
    [plot, axis, colours],
  );
  const canvasRef = useCanvas(plot, paint);
  return (
    <div ref={rootRef} className="axis" aria-hidden>
      <canvas ref={canvasRef} />
    </div>
  );
}
