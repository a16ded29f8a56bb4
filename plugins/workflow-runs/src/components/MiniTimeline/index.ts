export { MiniTimeline } from './MiniTimeline';
export type { MiniTimelineProps } from './MiniTimeline';
