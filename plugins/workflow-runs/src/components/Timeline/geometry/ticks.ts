import { axisTicks } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { Scale, timeToX, xToTime } from './scale';

/** A mark on the axis. */
export interface Tick {
  readonly time: number;
  readonly x: number;
}

/** Marks at equal distances. */
export interface Ticks {
  readonly stepMs: number;
  readonly ticks: readonly Tick[];
}

/**
 * The marks in sight.
 *
 * @param options - `origin` is a time that would have a mark if it was in sight, `distance` the least one between two marks in
 *   pixels
 */
export function ticksOf(
  scale: Scale,
  options: { origin: number; distance: number },
): Ticks {
  const { origin, distance: minSpacingPx } = options;
  const { stepMs, times } = axisTicks(
    xToTime(scale, 0),
    xToTime(scale, scale.width),
    scale.width,
    { origin, minSpacingPx },
  );
  return {
    stepMs,
    ticks: times.map(time => ({ time, x: timeToX(scale, time) })),
  };
}
