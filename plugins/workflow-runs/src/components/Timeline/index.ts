export { RunTimeline } from './RunTimeline';
export type { RunTimelineProps } from './RunTimeline';
export type { Span } from './geometry/span';
export type { RowDelta } from './words/delta';
export { deltaTrend, formatDelta } from './words/delta';
