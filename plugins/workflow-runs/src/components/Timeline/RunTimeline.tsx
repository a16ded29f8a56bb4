import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  Announcement,
  useWidth,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Hover } from './body/hoverAt';
import { TimelineBody } from './body/TimelineBody';
import type { Span } from './geometry/span';
import { Splitter } from './header/Splitter';
import { TimelineHeader } from './header/TimelineHeader';
import { HoverCard } from './hover/HoverCard';
import { maxTreeWidth, timelineLayout } from './layout';
import { NothingFound } from './NothingFound';
import { useRows } from './state/useRows';
import { usePlotStore } from './state/usePlotStore';
import { ValueStore } from './state/ValueStore';
import { TimelineRoot } from './TimelineRoot';
import { WindowAnnouncement } from './toolbar/WindowAnnouncement';
import { TimelineToolbar } from './toolbar/TimelineToolbar';
import type { RowDelta } from './words/delta';
import { AxisMode, timeAxis } from './words/timeAxis';

export interface RunTimelineProps {
  /** Of the run: `shop-build-118`. */
  name: string;
  timeline: Timeline;
  /** The time on the clock that the timeline is of, for what goes on. The same function as long as the clock is the same. */
  now: () => number;
  /** How much longer rows took than usual, by id; undefined where nothing is compared. */
  deltas?: ReadonlyMap<string, RowDelta>;
  selectedId?: string;
  onSelect: (id: string) => void;
  /** What of the time is in sight; all of the run where nothing is given. */
  window?: Span;
  /** Hears of the window once it rests. */
  onWindow: (window: Span | undefined) => void;
}

/** A run over time: a tree of its nodes, and beside each when it waited and when it ran. */
export function RunTimeline(props: RunTimelineProps) {
  const { timeline, now, deltas, selectedId, onSelect } = props;
  const scrollerRef = useRef<HTMLDivElement | null>(null);
  const [scroller, setScroller] = useState<HTMLElement>();
  const setScrollerRef = useCallback((element: HTMLDivElement | null) => {
    scrollerRef.current = element;
    setScroller(element ?? undefined);
  }, []);
  const width = useWidth(scrollerRef);
  const [treeWidth, setTreeWidth] = useState<number>();
  const layout = useMemo(
    () => timelineLayout(width, treeWidth),
    [width, treeWidth],
  );
  const rows = useRows(timeline, selectedId);
  const { tree, visible } = rows;
  const [showCritical, setShowCritical] = useState(true);
  const [axisMode, setAxisMode] = useState<AxisMode>('since-start');
  const axis = useMemo(
    () => timeAxis(axisMode, timeline.start),
    [axisMode, timeline.start],
  );
  const [hover] = useState(() => new ValueStore<Hover>());
  const [range] = useState(() => new ValueStore<Span>());
  const plot = usePlotStore({
    timeline,
    now,
    width: layout.plotWidth,
    window: props.window,
    onWindow: props.onWindow,
  });
  return (
    <>
      <TimelineToolbar
        plot={plot}
        count={tree.rows.length}
        flags={rows.flags}
        filter={rows.filter}
        onFilter={rows.changeFilter}
        showCritical={showCritical}
        onShowCritical={setShowCritical}
        axisMode={axisMode}
        onAxisMode={setAxisMode}
      />
      <TimelineRoot className={layout.mode}>
        <div ref={setScrollerRef} className="scroller">
          <TimelineHeader
            timeline={timeline}
            layout={layout}
            plot={plot}
            axis={axis}
            range={range}
            now={now}
            countText={rows.countText}
            onExpandAll={rows.onExpandAll}
            onCollapseAll={rows.onCollapseAll}
          />
          {visible.numbers.length > 0 ? (
            <TimelineBody
              label={`Timeline of ${props.name}`}
              timeline={timeline}
              tree={tree}
              visible={visible}
              collapsed={rows.collapsed}
              layout={layout}
              scroller={scroller}
              plot={plot}
              axis={axis}
              range={range}
              hover={hover}
              now={now}
              showCritical={showCritical}
              deltas={deltas}
              selectedId={selectedId}
              onSelect={onSelect}
              onToggle={rows.toggle}
            />
          ) : (
            <NothingFound onClear={rows.clearFilter} />
          )}
        </div>
        {layout.mode === 'beside' && (
          <Splitter
            width={layout.treeWidth}
            max={maxTreeWidth(width)}
            onChange={setTreeWidth}
          />
        )}
      </TimelineRoot>
      <Announcement>{rows.matchText}</Announcement>
      <WindowAnnouncement plot={plot} axis={axis} />
      <HoverCard
        hover={hover}
        tree={tree}
        origin={timeline.start}
        now={now}
        deltas={deltas}
      />
    </>
  );
}
