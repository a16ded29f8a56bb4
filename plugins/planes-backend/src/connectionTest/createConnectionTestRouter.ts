import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ConnectionTestResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type PlaneInventory,
  whenClosed,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { json, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { PlaneAccess } from '../permissions';
import {
  GuardedConnectionTests,
  type GuardedConnectionTestsOptions,
} from './GuardedConnectionTests';
import { lastReport } from './lastReport';
import { streamEvents } from './streamEvents';

/** What the router needs. */
export interface ConnectionTestRouterOptions
  extends GuardedConnectionTestsOptions {
  readonly access: PlaneAccess;
  readonly httpAuth: HttpAuthService;
  readonly inventory: PlaneInventory;
}

const EVENT_STREAM = 'text/event-stream';

const bodySchema = z.strictObject({ fresh: z.boolean().optional() });

/** The routes `/planes/:uid/connection-test`. */
export function createConnectionTestRouter(
  options: ConnectionTestRouterOptions,
): Router {
  const { access, httpAuth, inventory, tests } = options;
  const guarded = new GuardedConnectionTests(options);
  const router = createPromiseRouter();

  router.post('/planes/:uid/connection-test', json(), async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const events = await guarded.run({
      credentials,
      find: () => inventory.getByUid(req.params.uid),
      asked: `uid '${req.params.uid}'`,
      request: req,
      signal: whenClosed(res),
      ...readBody(req.body),
    });
    if (req.accepts(['application/json', EVENT_STREAM]) === EVENT_STREAM) {
      await streamEvents(res, events);
      return;
    }
    const report = await lastReport(events);
    if (report) {
      res.set('Cache-Control', 'no-store').json(report);
    }
  });

  router.get('/planes/:uid/connection-test', async (req, res) => {
    const { plane } = await access.plane(req);
    const report = await tests.last(plane.uid);
    const body: ConnectionTestResponse = {
      ...(report && { report }),
      running: tests.isRunning(plane.uid),
    };
    res.set('Cache-Control', 'private, no-cache').json(body);
  });

  return router;
}

function readBody(body: unknown): z.infer<typeof bodySchema> {
  const parsed = bodySchema.safeParse(body ?? {});
  if (!parsed.success) {
    throw new InputError(
      'The body must be empty or \'{ "fresh": true }\', which tests the plane even when a recent report is at hand',
    );
  }
  return parsed.data;
}
