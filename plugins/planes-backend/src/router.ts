import { createHash } from 'node:crypto';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type PlaneResponse,
  type PlanesResponse,
  planeReadPermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Response, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { notAllowed, type PlaneAuthorizer } from './permissions';
import type { PlaneViews } from './planes/PlaneViews';

/** What the router needs. */
export interface RouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly authorizer: PlaneAuthorizer;
  readonly inventory: PlaneInventory;
  readonly views: PlaneViews;
  readonly clock?: () => Date;
}

/** The HTTP API of plugin `planes`. */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, authorizer, inventory, views } = options;
  const clock = options.clock ?? (() => new Date());
  const router = createPromiseRouter();

  router.get('/planes', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const isVisible = await authorizer.authorize(
      planeReadPermission,
      credentials,
    );
    const now = clock();
    const { planes, sources } = inventory.snapshot();
    const body: PlanesResponse = {
      items: planes
        .filter(isVisible)
        .flatMap(plane => views.view(plane, { now, isVisible }) ?? []),
      asOf: now.toISOString(),
      sources: [...sources],
    };
    send(res, body);
  });

  router.get('/planes/:uid', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const isVisible = await authorizer.authorize(
      planeReadPermission,
      credentials,
    );
    const now = clock();
    const plane = inventory.getByUid(req.params.uid);
    if (plane && !isVisible(plane)) {
      throw notAllowed(planeReadPermission);
    }
    const item = plane && views.view(plane, { now, isVisible });
    if (!item) {
      throw new NotFoundError(`No plane found with uid '${req.params.uid}'`);
    }
    const body: PlaneResponse = { item, asOf: now.toISOString() };
    send(res, body);
  });

  return router;
}

/** Answers 304 when nothing but the time of the answer differs from what the caller has. */
function send(res: Response, body: PlanesResponse | PlaneResponse): void {
  const { asOf, ...content } = body;
  const hash = createHash('sha256')
    .update(JSON.stringify(content))
    .digest('base64url');
  res.set('ETag', `W/"${hash}"`);
  res.set('Cache-Control', 'private, no-cache');
  res.json(body);
}
