import { InputError } from '@backstage/errors';
import {
  HISTORY_WINDOWS,
  type HistoryWindow,
  type PlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { HistoryReader } from '../history';
import type { PlaneAccess } from '../permissions';

const DEFAULT_WINDOW: HistoryWindow = '24h';

/** What the router needs. */
export interface HistoryRouterOptions {
  readonly access: PlaneAccess;
  readonly history: Pick<HistoryReader, 'history'>;
}

/** `GET /planes/:uid/history`. */
export function createHistoryRouter(options: HistoryRouterOptions): Router {
  const { access, history } = options;
  const router = createPromiseRouter();

  router.get('/planes/:uid/history', async (req, res) => {
    const { plane } = await access.plane(req);
    const window = readWindow(req.query.window);
    const body: PlaneHistory = await history.history(plane.uid, window);
    res.set('Cache-Control', 'private, no-cache');
    res.json(body);
  });

  return router;
}

function readWindow(value: unknown): HistoryWindow {
  if (value === undefined) {
    return DEFAULT_WINDOW;
  }
  const window = HISTORY_WINDOWS.find(known => known === value);
  if (!window) {
    const known = HISTORY_WINDOWS.map(name => `'${name}'`).join(', ');
    throw new InputError(
      `Query parameter 'window' is '${String(
        value,
      )}': it must be one of ${known}`,
    );
  }
  return window;
}
