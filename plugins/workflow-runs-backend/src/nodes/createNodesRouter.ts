import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import { workflowRunSecretsPermission } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import { whileThere } from '../timing/whileThere';
import type { NodeViews } from './NodeViews';

/** What the router needs. */
export interface NodesRouterOptions {
  readonly access: RunAccess;
  readonly limits: RequestLimits;
  readonly nodes: NodeViews;
}

/** `GET /runs/:uid/nodes/:nodeId`. */
export function createNodesRouter(options: NodesRouterOptions): Router {
  const { access, limits, nodes } = options;
  const router = createPromiseRouter();

  router.get('/runs/:uid/nodes/:nodeId', (req, res) =>
    whileThere(res, async signal => {
      const { run, credentials, isPermitted } = await access.run(req);
      await limits.take(credentials, 'reads');
      const showSecrets = await isPermitted(workflowRunSecretsPermission);
      const { nodeId } = req.params;
      const answer = await nodes.get(run, nodeId, { signal, showSecrets });
      res.set('Cache-Control', 'no-store').json(answer);
    }),
  );

  return router;
}
