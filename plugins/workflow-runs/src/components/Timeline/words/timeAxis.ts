import { formatOffset } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { clockTime, midnightBefore } from './clockTime';

/** How times are told. */
export type AxisMode = 'since-start' | 'clock';

/** How the axis counts. */
export interface TimeAxis {
  /** Marks are whole steps from here. */
  readonly origin: number;
  /** The least distance between two marks, in pixels. */
  readonly distance: number;
  readonly label: (time: number, stepMs: number) => string;
}

const DISTANCE: Record<AxisMode, number> = { 'since-start': 72, clock: 88 };

/** @param start - of the timeline */
export function timeAxis(mode: AxisMode, start: number): TimeAxis {
  const distance = DISTANCE[mode];
  return mode === 'clock'
    ? { origin: midnightBefore(start), distance, label: clockTime }
    : {
        origin: start,
        distance,
        label: time => formatOffset(time - start),
      };
}
