import { sendWithETag } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { PlaneAccess } from '../permissions';
import type { PlaneDependentsReader } from './PlaneDependentsReader';

/** What the router needs. */
export interface DependentsRouterOptions {
  readonly access: PlaneAccess;
  readonly dependents: PlaneDependentsReader;
}

/** `GET /planes/:uid/dependents`. */
export function createDependentsRouter(
  options: DependentsRouterOptions,
): Router {
  const { access, dependents } = options;
  const router = createPromiseRouter();

  router.get('/planes/:uid/dependents', async (req, res) => {
    const { plane } = await access.plane(req);
    sendWithETag(res, await dependents.dependentsOf(plane));
  });

  return router;
}
