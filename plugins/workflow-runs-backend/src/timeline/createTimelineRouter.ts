import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import { whileThere } from '../timing/whileThere';
import type { Timelines } from './Timelines';

/** What the router needs. */
export interface TimelineRouterOptions {
  readonly access: RunAccess;
  readonly timelines: Timelines;
}

/** `GET /runs/:uid/timeline`; 304 where only the time of the reading has changed. */
export function createTimelineRouter(options: TimelineRouterOptions): Router {
  const { access, timelines } = options;
  const router = createPromiseRouter();

  router.get('/runs/:uid/timeline', (req, res) =>
    whileThere(res, async signal => {
      const { run } = await access.run(req);
      const { etag, body } = await timelines.get(run, { signal });
      res.set('ETag', etag).set('Cache-Control', 'private, no-cache');
      res.type('json').send(body);
    }),
  );

  return router;
}
