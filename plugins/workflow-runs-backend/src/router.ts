import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { createRerunRouter, type RerunRouterOptions } from './rerun';
import type { RouterOptions } from './routerOptions';

/** The HTTP API of plugin `workflow-runs`. */
export function createRouter(
  options: RouterOptions & RerunRouterOptions,
): Router {
  const router = createPromiseRouter();
  router.use(createRerunRouter(options));
  return router;
}
