import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import type { Viewers } from '../metrics';
import { whileThere } from '../timing/whileThere';
import type { Timelines } from './Timelines';

/** What the router needs. */
export interface TimelineRouterOptions {
  readonly access: RunAccess;
  readonly limits: RequestLimits;
  readonly timelines: Timelines;
  readonly viewers: Viewers;
}

/** `GET /runs/:uid/timeline`; 304 where only the time of the reading has changed. */
export function createTimelineRouter(options: TimelineRouterOptions): Router {
  const { access, limits, timelines, viewers } = options;
  const router = createPromiseRouter();

  router.get('/runs/:uid/timeline', (req, res) =>
    whileThere(res, async signal => {
      const { run, credentials } = await access.run(req);
      await limits.take(credentials, 'reads');
      viewers.saw(credentials, run.uid);
      const { etag, body } = await timelines.get(run, { signal });
      res.set('ETag', etag).set('Cache-Control', 'private, no-cache');
      res.type('json').send(body);
    }),
  );

  return router;
}
