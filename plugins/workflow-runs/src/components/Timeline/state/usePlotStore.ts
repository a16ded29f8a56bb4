import useMediaQuery from '@mui/material/useMediaQuery';
import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { growingExtent } from '../geometry/growingExtent';
import { msPerPixel } from '../geometry/scale';
import { sameSpan, Span } from '../geometry/span';
import { clampWindow } from '../geometry/viewport';
import { GrowthTimer } from './GrowthTimer';
import { PlotStore } from './PlotStore';

export interface PlotStoreOptions {
  timeline: Timeline;
  now: () => number;
  /** Of the plot, in pixels. */
  width: number;
  /** What is to be in sight; all of the run where nothing is given. */
  window: Span | undefined;
  /** Hears of the window once it rests; of undefined where all is in sight. */
  onWindow: (window: Span | undefined) => void;
}

function extentOf(timeline: Timeline, now: number): Span {
  const { start, live } = timeline;
  const end = live ? Math.max(timeline.end, now) : timeline.end;
  return live ? growingExtent({ start, end }) : { start, end };
}

/** The plot of a timeline, which grows while the run goes on. */
export function usePlotStore(options: PlotStoreOptions): PlotStore {
  const { timeline, now, width, window, onWindow } = options;
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const isCalm = useRef(calm);
  isCalm.current = calm;
  const [plot] = useState(
    () =>
      new PlotStore({
        extent: extentOf(timeline, now()),
        window,
        animates: () => !isCalm.current,
      }),
  );
  useEffect(() => () => plot.dispose(), [plot]);

  useLayoutEffect(() => {
    const grow = () => plot.setExtent(extentOf(timeline, now()));
    grow();
    if (!timeline.live) {
      return undefined;
    }
    const timer = new GrowthTimer({
      tick: () => {
        grow();
        plot.redraw();
      },
      msPerPixel: () => msPerPixel(plot.scale),
    });
    timer.start();
    return () => timer.stop();
  }, [plot, timeline, now]);

  useLayoutEffect(() => plot.setWidth(width), [plot, width]);

  // What was told and what is wanted may be the same, which ends here.
  const told = useRef(window);
  useEffect(() => {
    const { extent } = plot.getState();
    const isTold =
      window === told.current ||
      (window && told.current && sameSpan(window, told.current));
    if (!isTold) {
      told.current = window;
      plot.show(window && clampWindow(window, extent), { glide: true });
    }
  }, [plot, window]);
  useEffect(
    () =>
      plot.subscribeSettled(() => {
        const state = plot.getSettled();
        told.current = state.fitted ? undefined : roundedSpan(state.window);
        onWindow(told.current);
      }),
    [plot, onWindow],
  );
  return plot;
}

/** Whole milliseconds: what a URL can tell. */
function roundedSpan({ start, end }: Span): Span {
  return { start: Math.floor(start), end: Math.ceil(end) };
}
