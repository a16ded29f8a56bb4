import { InputError } from '@backstage/errors';
import { sendWithETag } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  InvalidCursorError,
  runBaseline,
  type RunResponse,
  type RunsQuery,
  runsQueryFromParams,
  workflowRunSecretsPermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import type { RunInventory } from '../inventory';
import type { RunListing } from './RunListing';
import type { RunViews } from './RunViews';

/** What the router needs. */
export interface RunsRouterOptions {
  readonly access: RunAccess;
  readonly clock: () => Date;
  readonly inventory: Pick<RunInventory, 'snapshot'>;
  readonly listing: RunListing;
  readonly views: RunViews;
}

/** `GET /runs`, `GET /runs/:uid` and `GET /runs/:uid/baseline`. */
export function createRunsRouter(options: RunsRouterOptions): Router {
  const { access, clock, inventory, listing, views } = options;
  const router = createPromiseRouter();

  router.get('/runs', async (req, res) => {
    const { isVisible, credentials } = await access.caller(req);
    const query = readQuery(req);
    try {
      const now = clock();
      sendWithETag(
        res,
        await listing.list(query, { now, isVisible, credentials }),
      );
    } catch (error) {
      throw error instanceof InvalidCursorError
        ? new InputError(error.message)
        : error;
    }
  });

  router.get('/runs/:uid', async (req, res) => {
    const { run, credentials, isPermitted } = await access.run(req);
    const now = clock();
    const secrets = await isPermitted(workflowRunSecretsPermission);
    const item = await views.view(run, { now, credentials, secrets });
    const body: RunResponse = { item, asOf: now.toISOString() };
    sendWithETag(res, body);
  });

  router.get('/runs/:uid/baseline', async (req, res) => {
    const { run, isVisible } = await access.run(req);
    const earlier = inventory.snapshot().runs.filter(isVisible);
    sendWithETag(res, runBaseline(run, earlier));
  });

  return router;
}

function readQuery(req: Request): RunsQuery {
  const { searchParams } = new URL(req.url, 'http://localhost');
  const result = runsQueryFromParams(searchParams);
  if (!result.ok) {
    throw new InputError(result.message);
  }
  return result.query;
}
