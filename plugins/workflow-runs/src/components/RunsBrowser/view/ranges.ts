const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Spans of time that end now. */
export const RANGES = ['1h', '24h', '7d', '30d'] as const;

export type RunsRange = (typeof RANGES)[number];

interface RangeInfo {
  label: string;
  lengthMs: number;
  /** The beginning moves in steps, so that not every request is another one. */
  stepMs: number;
}

const INFO: Record<RunsRange, RangeInfo> = {
  '1h': { label: 'last hour', lengthMs: HOUR_MS, stepMs: 5 * MINUTE_MS },
  '24h': { label: 'last 24 hours', lengthMs: DAY_MS, stepMs: HOUR_MS },
  '7d': { label: 'last 7 days', lengthMs: 7 * DAY_MS, stepMs: 6 * HOUR_MS },
  '30d': { label: 'last 30 days', lengthMs: 30 * DAY_MS, stepMs: DAY_MS },
};

export function rangeLabel(range: RunsRange): string {
  return INFO[range].label;
}

/** When a span of time begins that ends now, or up to a step before; ISO 8601. */
export function rangeStart(range: RunsRange, nowMs: number): string {
  const { lengthMs, stepMs } = INFO[range];
  const start = Math.floor((nowMs - lengthMs) / stepMs) * stepMs;
  return new Date(start).toISOString();
}
