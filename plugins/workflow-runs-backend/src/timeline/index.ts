export { createTimelineRouter } from './createTimelineRouter';
export type { TimelineRouterOptions } from './createTimelineRouter';
