import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  answerUnavailable,
  tellRetryAfter,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import {
  createConnectionTestRouter,
  type ConnectionTestRouterOptions,
} from './connectionTest';
import {
  createDependentsRouter,
  type DependentsRouterOptions,
} from './dependents';
import {
  createHistoryRouter,
  createPlanesRouter,
  type HistoryRouterOptions,
  type PlanesRouterOptions,
} from './planes';
import {
  createReconnectRouter,
  type ReconnectRouterOptions,
} from './reconnect';
import {
  createRegistrationRouter,
  type RegistrationRouterOptions,
} from './registration';

/** What the router needs. */
export type RouterOptions = PlanesRouterOptions &
  HistoryRouterOptions &
  DependentsRouterOptions &
  ReconnectRouterOptions &
  ConnectionTestRouterOptions &
  RegistrationRouterOptions & { readonly logger: LoggerService };

/** The HTTP API of plugin `planes`. */
export function createRouter(options: RouterOptions): Router {
  const router = createPromiseRouter();
  router.use(createPlanesRouter(options));
  router.use(createHistoryRouter(options));
  router.use(createDependentsRouter(options));
  router.use(createReconnectRouter(options));
  router.use(createConnectionTestRouter(options));
  router.use(createRegistrationRouter(options));
  router.use(tellRetryAfter);
  router.use(answerUnavailable(options.logger));
  return router;
}
