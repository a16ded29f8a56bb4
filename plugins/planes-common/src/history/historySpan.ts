import { HistoryWindow } from '../api/historySchema';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const WINDOWS: Record<HistoryWindow, { lengthMs: number; slots: number }> = {
  '24h': { lengthMs: DAY_MS, slots: 48 },
  '7d': { lengthMs: 7 * DAY_MS, slots: 84 },
  '30d': { lengthMs: 30 * DAY_MS, slots: 90 },
};

/** A span of time, divided into slots of equal length. @public */
export interface HistorySpan {
  readonly from: Date;
  readonly to: Date;
  /** How many slots; at least 1. */
  readonly slots: number;
}

/** The span of a window that ends at a moment. @public */
export function historySpan(window: HistoryWindow, to: Date): HistorySpan {
  const { lengthMs, slots } = WINDOWS[window];
  return { from: new Date(to.getTime() - lengthMs), to, slots };
}
