import { InputError, NotFoundError } from '@backstage/errors';
import {
  InvalidCursorError,
  type PlaneResponse,
  type PlanesQuery,
  planesQueryFromParams,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { sendWithETag } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { PlaneAccess } from '../permissions';
import type { PlaneListing } from './PlaneListing';
import type { PlaneViews } from './PlaneViews';

/** What the router needs. */
export interface PlanesRouterOptions {
  readonly access: PlaneAccess;
  readonly listing: PlaneListing;
  readonly views: PlaneViews;
  readonly clock: () => Date;
}

/** `GET /planes` and `GET /planes/:uid`. */
export function createPlanesRouter(options: PlanesRouterOptions): Router {
  const { access, listing, views, clock } = options;
  const router = createPromiseRouter();

  router.get('/planes', async (req, res) => {
    const { isVisible } = await access.caller(req);
    const query = readQuery(req);
    try {
      sendWithETag(res, listing.list(query, { now: clock(), isVisible }));
    } catch (error) {
      if (error instanceof InvalidCursorError) {
        throw new InputError(error.message);
      }
      throw error;
    }
  });

  router.get('/planes/:uid', async (req, res) => {
    const { plane, isVisible } = await access.plane(req);
    const now = clock();
    const item = views.view(plane, { now, isVisible });
    if (!item) {
      throw new NotFoundError(`No plane found with uid '${plane.uid}'`);
    }
    const body: PlaneResponse = { item, asOf: now.toISOString() };
    sendWithETag(res, body);
  });

  return router;
}

function readQuery(req: Request): PlanesQuery {
  const { searchParams } = new URL(req.url, 'http://localhost');
  const result = planesQueryFromParams(searchParams);
  if (!result.ok) {
    throw new InputError(result.message);
  }
  return result.query;
}
