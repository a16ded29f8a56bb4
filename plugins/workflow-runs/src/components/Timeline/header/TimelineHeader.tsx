import IconButton from '@mui/material/IconButton';
import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RiCollapseVerticalLine, RiExpandVerticalLine } from '@remixicon/react';
import type { Span } from '../geometry/span';
import type { TimelineLayout } from '../layout';
import type { PlotStore } from '../state/PlotStore';
import type { ValueStore } from '../state/ValueStore';
import type { TimeAxis } from '../words/timeAxis';
import { Axis } from './Axis';
import { Minimap } from './Minimap';

export interface TimelineHeaderProps {
  timeline: Timeline;
  layout: TimelineLayout;
  plot: PlotStore;
  axis: TimeAxis;
  range: ValueStore<Span>;
  now: () => number;
  /** How many nodes a filter lets through, in words. */
  countText: string;
  /** Undefined where there is nothing to open and close. */
  onExpandAll: (() => void) | undefined;
  onCollapseAll: (() => void) | undefined;
}

/** What stands above the rows, wherever they are scrolled to. */
export function TimelineHeader(props: TimelineHeaderProps) {
  const { timeline, layout, plot, axis, range, now } = props;
  const { onExpandAll, onCollapseAll } = props;
  return (
    <div className="header">
      {layout.mode === 'beside' && (
        <div className="corner" style={{ width: layout.treeWidth }}>
          <span className="count">{props.countText}</span>
          {onExpandAll && (
            <IconButton
              size="small"
              aria-label="Expand all"
              title="Expand all"
              onClick={onExpandAll}
            >
              <RiExpandVerticalLine size="0.8em" aria-hidden />
            </IconButton>
          )}
          {onCollapseAll && (
            <IconButton
              size="small"
              aria-label="Collapse all"
              title="Collapse all"
              onClick={onCollapseAll}
            >
              <RiCollapseVerticalLine size="0.8em" aria-hidden />
            </IconButton>
          )}
        </div>
      )}
      <div className="times">
        <Minimap timeline={timeline} plot={plot} now={now} />
        <Axis plot={plot} axis={axis} range={range} />
      </div>
    </div>
  );
}
