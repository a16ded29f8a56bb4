import { lengthOf, Span } from '../geometry/span';
import type { PlotStore } from '../state/PlotStore';

const ZOOM = 1.5;
const PAN_SHARE = 0.2;

/** What the keys do to the time in sight, in words. */
export const PLOT_KEYS: readonly { keys: string; does: string }[] = [
  { keys: '+ −', does: 'zoom in and out, as W and S do' },
  { keys: 'A D', does: 'earlier, later; as Shift with ← and →' },
  { keys: '0', does: 'show the whole run' },
  { keys: 'F', does: 'zoom to the row that has the focus' },
];

/**
 * Does what a key means to the plot.
 *
 * @param row - the time of the row that has the focus
 * @returns whether it meant something
 */
export function handlePlotKey(
  plot: PlotStore,
  event: { key: string; shiftKey: boolean },
  row: Span | undefined,
): boolean {
  const step = lengthOf(plot.getState().window) * PAN_SHARE;
  const arrow = event.shiftKey ? event.key : undefined;
  const key = event.key.toLowerCase();
  if (key === '+' || key === '=' || key === 'w') {
    plot.zoom(ZOOM, { glide: true });
  } else if (key === '-' || key === '_' || key === 's') {
    plot.zoom(1 / ZOOM, { glide: true });
  } else if (key === 'a' || arrow === 'ArrowLeft') {
    plot.pan(-step, { glide: true });
  } else if (key === 'd' || arrow === 'ArrowRight') {
    plot.pan(step, { glide: true });
  } else if (key === '0') {
    plot.fit();
  } else if (key === 'f' && row) {
    plot.zoomTo(row);
  } else if (key === 'f') {
    plot.fit();
  } else {
    return false;
  }
  return true;
}
