import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  formatPlaneRef,
  planeUpdatePermission,
  registrationUpdateRequestSchema,
  withTimeout,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type RequestLimits,
  whenClosed,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { PlaneAccess } from '../permissions';
import { audited } from './audited';
import { REVIEW_TIMEOUT_MS } from './deadlines';
import type { PlaneUpdates } from './PlaneUpdates';
import type { PresentPlanes } from './PresentPlanes';
import { readJsonBody } from './readJsonBody';
import { readBody, readDryRun, registrationIn } from './readRequest';
import { registrationMeta } from './registrationMeta';

/** What the router needs. */
export interface PlaneUpdatesRouterOptions {
  readonly access: PlaneAccess;
  readonly auditor: AuditorService;
  readonly limits: RequestLimits;
  readonly present: PresentPlanes;
  readonly updates: PlaneUpdates;
}

/** `GET /planes/:uid/registration` and `PUT /planes/:uid`. */
export function createPlaneUpdatesRouter(
  options: PlaneUpdatesRouterOptions,
): Router {
  const { access, auditor, limits, present, updates } = options;
  const router = createPromiseRouter();

  router.get('/planes/:uid/registration', async (req, res) => {
    const signal = withTimeout(REVIEW_TIMEOUT_MS, whenClosed(res));
    const { plane } = await access.plane(req, planeUpdatePermission);
    const { registered } = await present.read(plane, signal);
    res.set('Cache-Control', 'no-store').json(registered);
  });

  router.put('/planes/:uid', async (req, res) => {
    const signal = withTimeout(REVIEW_TIMEOUT_MS, whenClosed(res));
    const body = await readJsonBody(req, res);
    const attempt = {
      eventId: 'plane-update',
      request: req,
      meta: {
        uid: req.params.uid,
        ...registrationMeta(registrationIn(body)),
      },
    };
    await audited(auditor, attempt, async () => {
      const { plane, credentials, isVisible, isPermitted } = await access.plane(
        req,
        planeUpdatePermission,
      );
      const dryRun = readDryRun(req);
      await limits.take(credentials, dryRun ? 'reads' : 'actions');
      const { registration, resourceVersion } = readBody(
        body,
        registrationUpdateRequestSchema,
        '\'{ "registration": { ... }, "resourceVersion": "..." }\', the latter from GET .../registration',
      );
      const wish = {
        plane,
        input: registration,
        resourceVersion,
        isVisible,
        isPermitted,
      };
      res.set('Cache-Control', 'no-store');
      if (dryRun) {
        const review = await updates.review(wish, { dryRun, signal });
        res.json(review);
        return { outcome: review.dryRun.outcome };
      }
      const { result, changed } = await updates.update(wish);
      res.json(result);
      return { plane: formatPlaneRef(plane.ref), changed };
    });
  });

  return router;
}
