import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { createRerunRouter, type RerunRouterOptions } from './rerun';
import type { RouterOptions } from './routerOptions';
import { createRunsRouter, type RunsRouterOptions } from './runs';

/** The HTTP API of plugin `workflow-runs`. */
export function createRouter(
  options: RouterOptions & RunsRouterOptions & RerunRouterOptions,
): Router {
  const router = createPromiseRouter();
  router.use(createRunsRouter(options));
  router.use(createRerunRouter(options));
  return router;
}
