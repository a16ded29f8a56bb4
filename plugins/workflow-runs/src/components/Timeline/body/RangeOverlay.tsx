import { formatExactDuration } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useSyncExternalStore } from 'react';
import { timeToX } from '../geometry/scale';
import { lengthOf, Span } from '../geometry/span';
import type { PlotStore } from '../state/PlotStore';
import type { ValueStore } from '../state/ValueStore';

export interface RangeOverlayProps {
  range: ValueStore<Span>;
  plot: PlotStore;
  /** Where the plot begins, in pixels. */
  left: number;
}

/** The span that is being selected. */
export function RangeOverlay(props: RangeOverlayProps) {
  const { range, plot, left } = props;
  const span = useSyncExternalStore(range.subscribe, range.get);
  if (!span) {
    return null;
  }
  const from = timeToX(plot.scale, span.start);
  return (
    <div
      className="range"
      aria-hidden
      style={{
        left: left + from,
        width: timeToX(plot.scale, span.end) - from,
      }}
    >
      <span className="length">{formatExactDuration(lengthOf(span))}</span>
    </div>
  );
}
