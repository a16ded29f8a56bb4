import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { type ActionsRouterOptions, createActionsRouter } from './actions';
import { createEventsRouter, type EventsRouterOptions } from './events';
import { createLogsRouter, type LogsRouterOptions } from './logs';
import { createNodesRouter, type NodesRouterOptions } from './nodes';
import { createTimelineRouter, type TimelineRouterOptions } from './timeline';

/** What the router needs. */
export type LiveRouterOptions = ActionsRouterOptions &
  EventsRouterOptions &
  LogsRouterOptions &
  NodesRouterOptions &
  TimelineRouterOptions;

/** The part of the HTTP API that looks into the clusters of planes. */
export function createLiveRouter(options: LiveRouterOptions): Router {
  const router = createPromiseRouter();
  router.use(createTimelineRouter(options));
  router.use(createNodesRouter(options));
  router.use(createLogsRouter(options));
  router.use(createEventsRouter(options));
  router.use(createActionsRouter(options));
  return router;
}
