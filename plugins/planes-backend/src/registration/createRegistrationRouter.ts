import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import {
  createKindsRouter,
  type KindsRouterOptions,
} from './createKindsRouter';
import {
  createPlaneUpdatesRouter,
  type PlaneUpdatesRouterOptions,
} from './createPlaneUpdatesRouter';
import {
  createRegistrationsRouter,
  type RegistrationsRouterOptions,
} from './createRegistrationsRouter';

/** What the router needs. */
export type RegistrationRouterOptions = KindsRouterOptions &
  RegistrationsRouterOptions &
  PlaneUpdatesRouterOptions;

/** The routes for registering and changing planes. */
export function createRegistrationRouter(
  options: RegistrationRouterOptions,
): Router {
  const router = createPromiseRouter();
  router.use(createKindsRouter(options));
  router.use(createRegistrationsRouter(options));
  router.use(createPlaneUpdatesRouter(options));
  return router;
}
