import { useTheme } from '@mui/material/styles';
import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { minimapMarks } from '../geometry/minimapMarks';
import { timeToX } from '../geometry/scale';
import { MINIMAP_HEIGHT } from '../layout';
import { paintColours } from '../paint/paintColours';
import { paintMinimap } from '../paint/paintMinimap';
import { prepareCanvas } from '../paint/prepareCanvas';
import type { PlotStore } from '../state/PlotStore';
import { useCanvas } from '../state/useCanvas';
import { useMinimapPointer } from './useMinimapPointer';

const MOST_LANES = 9;

export interface MinimapProps {
  timeline: Timeline;
  plot: PlotStore;
  now: () => number;
}

/** All of the run in a strip, and which part of it is in sight. For the pointer: the keys and buttons do the same. */
export function Minimap(props: MinimapProps) {
  const { timeline, plot, now } = props;
  const colours = paintColours(useTheme());
  const rootRef = useRef<HTMLDivElement>(null);
  const windowRef = useRef<HTMLDivElement>(null);
  useMinimapPointer(rootRef, plot);

  const minimap = useMemo(
    () => minimapMarks(timeline.rows, timeline, MOST_LANES),
    [timeline],
  );
  const paint = useCallback(
    (canvas: HTMLCanvasElement) => {
      const { extent, width } = plot.getState();
      const surface = prepareCanvas(canvas, { width, height: MINIMAP_HEIGHT });
      if (surface) {
        paintMinimap(surface, { minimap, extent, now: now(), colours });
      }
    },
    [plot, minimap, colours, now],
  );
  const canvasRef = useCanvas(plot, paint);

  useLayoutEffect(() => {
    const place = () => {
      const { window, extent, width } = plot.getState();
      const scale = { window: extent, width };
      const left = timeToX(scale, window.start);
      if (windowRef.current) {
        windowRef.current.style.transform = `translateX(${left}px)`;
        windowRef.current.style.width = `${
          timeToX(scale, window.end) - left
        }px`;
      }
    };
    place();
    return plot.subscribe(place);
  }, [plot]);

  return (
    <div ref={rootRef} className="minimap" aria-hidden>
      <canvas ref={canvasRef} />
      <div ref={windowRef} className="window" />
    </div>
  );
}
