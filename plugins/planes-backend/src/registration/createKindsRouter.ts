import { NotAllowedError } from '@backstage/errors';
import {
  sendWithETag,
  whenClosed,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { PlaneAccess } from '../permissions';
import type { KindsReader } from './KindsReader';

/** What the router needs. */
export interface KindsRouterOptions {
  readonly access: PlaneAccess;
  readonly kinds: KindsReader;
}

/** `GET /kinds`. */
export function createKindsRouter(options: KindsRouterOptions): Router {
  const { access, kinds } = options;
  const router = createPromiseRouter();

  router.get('/kinds', async (req, res) => {
    const { isVisible } = await access.caller(req);
    const creator = await access.creator(req).catch(unlessNotAllowed);
    const signal = whenClosed(res);
    sendWithETag(res, await kinds.read({ isVisible, creator }, signal));
  });

  return router;
}

/** Who may register nothing is told of the kinds nevertheless. */
function unlessNotAllowed(error: unknown): undefined {
  if (error instanceof NotAllowedError) {
    return undefined;
  }
  throw error;
}
