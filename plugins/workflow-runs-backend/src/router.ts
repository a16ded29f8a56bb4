import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RouterOptions } from './routerOptions';

/** The HTTP API of plugin `workflow-runs`. */
export function createRouter(_options: RouterOptions): Router {
  const router = createPromiseRouter();
  return router;
}
