import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  registrationRequestSchema,
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
import type { PlaneRegistrar } from './PlaneRegistrar';
import { readJsonBody } from './readJsonBody';
import { readBody, readDryRun, registrationIn } from './readRequest';
import { registrationMeta } from './registrationMeta';

/** What the router needs. */
export interface RegistrationsRouterOptions {
  readonly access: PlaneAccess;
  readonly auditor: AuditorService;
  readonly limits: RequestLimits;
  readonly registrar: PlaneRegistrar;
}

/** `POST /registrations`. */
export function createRegistrationsRouter(
  options: RegistrationsRouterOptions,
): Router {
  const { access, auditor, limits, registrar } = options;
  const router = createPromiseRouter();

  router.post('/registrations', async (req, res) => {
    const signal = withTimeout(REVIEW_TIMEOUT_MS, whenClosed(res));
    const body = await readJsonBody(req, res);
    const attempt = {
      eventId: 'plane-register',
      request: req,
      meta: registrationMeta(registrationIn(body)),
    };
    await audited(auditor, attempt, async () => {
      const creator = await access.creator(req);
      const dryRun = readDryRun(req);
      await limits.take(creator.credentials, dryRun ? 'reads' : 'actions');
      const { registration } = readBody(
        body,
        registrationRequestSchema,
        '\'{ "registration": { ... } }\'',
      );
      res.set('Cache-Control', 'no-store');
      if (dryRun) {
        const review = await registrar.review(registration, {
          creator,
          dryRun,
          signal,
        });
        res.json(review);
        return { outcome: review.dryRun.outcome };
      }
      const result = await registrar.register(registration, creator);
      res.status(201).json(result);
      return { uid: result.plane.uid };
    });
  });

  return router;
}
