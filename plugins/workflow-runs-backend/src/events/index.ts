export { createEventsRouter } from './createEventsRouter';
export type { EventsRouterOptions } from './createEventsRouter';
