import { InputError } from '@backstage/errors';
import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import { whileThere } from '../timing/whileThere';
import type { RunEvents } from './RunEvents';

/** What the router needs. */
export interface EventsRouterOptions {
  readonly access: RunAccess;
  readonly limits: RequestLimits;
  readonly events: RunEvents;
}

/** `GET /runs/:uid/events?node=`. */
export function createEventsRouter(options: EventsRouterOptions): Router {
  const { access, events, limits } = options;
  const router = createPromiseRouter();

  router.get('/runs/:uid/events', (req, res) =>
    whileThere(res, async signal => {
      const { run, credentials } = await access.run(req);
      const { node } = req.query;
      if (node !== undefined && typeof node !== 'string') {
        throw new InputError(
          "The query parameter 'node' must be the id of one node",
        );
      }
      await limits.take(credentials, 'reads');
      const items = await events.get(run, node, { signal });
      res.set('Cache-Control', 'no-store').json({ items });
    }),
  );

  return router;
}
