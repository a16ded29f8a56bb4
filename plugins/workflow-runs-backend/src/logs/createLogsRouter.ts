import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import { workflowRunLogsPermission } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import { whileThere } from '../timing/whileThere';
import type { NodeLogs } from './NodeLogs';
import { readLogsQuery } from './readLogsQuery';

/** What the router needs. */
export interface LogsRouterOptions {
  readonly access: RunAccess;
  readonly limits: RequestLimits;
  readonly logs: NodeLogs;
}

/** `GET /runs/:uid/nodes/:nodeId/logs`. */
export function createLogsRouter(options: LogsRouterOptions): Router {
  const { access, limits, logs } = options;
  const router = createPromiseRouter();

  router.get('/runs/:uid/nodes/:nodeId/logs', (req, res) =>
    whileThere(res, async signal => {
      const { run, credentials } = await access.run(
        req,
        workflowRunLogsPermission,
      );
      const query = readLogsQuery(req.query);
      await limits.take(credentials, 'reads');
      const { nodeId } = req.params;
      const answer = await logs.get(run, nodeId, query, { signal });
      res.set('Cache-Control', 'no-store').json(answer);
    }),
  );

  return router;
}
