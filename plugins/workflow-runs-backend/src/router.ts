import {
  answerUnavailable,
  tellRetryAfter,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { createLiveRouter, type LiveRouterOptions } from './createLiveRouter';
import { createRerunRouter, type RerunRouterOptions } from './rerun';
import type { RouterOptions } from './routerOptions';
import { createRunsRouter, type RunsRouterOptions } from './runs';

/** The HTTP API of plugin `workflow-runs`. */
export function createRouter(
  options: RouterOptions &
    RunsRouterOptions &
    LiveRouterOptions &
    RerunRouterOptions,
): Router {
  const router = createPromiseRouter();
  router.use(createRunsRouter(options));
  router.use(createLiveRouter(options));
  router.use(createRerunRouter(options));
  router.use(tellRetryAfter);
  router.use(answerUnavailable(options.logger));
  return router;
}
