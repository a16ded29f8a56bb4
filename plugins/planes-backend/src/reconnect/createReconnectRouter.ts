import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  formatPlaneRef,
  planeReconnectPermission,
  reconnectRequestSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import express, { type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { PlaneAccess } from '../permissions';
import type { AgentReconnects } from './AgentReconnects';

/** What the router needs. */
export interface ReconnectRouterOptions {
  readonly access: PlaneAccess;
  readonly limits: RequestLimits;
  readonly reconnects: AgentReconnects;
  readonly auditor: AuditorService;
}

/** `GET` and `POST /planes/:uid/reconnect`. */
export function createReconnectRouter(options: ReconnectRouterOptions): Router {
  const { access, auditor, limits, reconnects } = options;
  const router = createPromiseRouter();

  router.get('/planes/:uid/reconnect', async (req, res) => {
    const { plane, isVisible, credentials } = await access.plane(
      req,
      planeReconnectPermission,
    );
    await limits.take(credentials, 'reads');
    const preview = await reconnects.preview(plane, { isVisible });
    res.set('Cache-Control', 'no-store');
    res.json(preview);
  });

  router.post('/planes/:uid/reconnect', express.json(), async (req, res) => {
    // Before the permission is checked: who tries without belongs into the audit log as well.
    const event = await auditor.createEvent({
      eventId: 'plane-reconnect',
      severityLevel: 'medium',
      request: req,
      meta: { uid: req.params.uid },
    });
    try {
      const { plane, isVisible, credentials } = await access.plane(
        req,
        planeReconnectPermission,
      );
      await limits.take(credentials, 'actions');
      const confirmation = readConfirmation(req.body);
      const result = await reconnects.reconnect(plane, {
        isVisible,
        confirmation,
      });
      await event.success({
        meta: {
          plane: formatPlaneRef(plane.ref),
          controlPlane: plane.ref.controlPlane,
          disconnectedAgents: result.disconnectedAgents,
        },
      });
      res.json(result);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  return router;
}

function readConfirmation(body: unknown): string {
  const parsed = reconnectRequestSchema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(
      "The body lacks 'confirmation': send the one that GET of the same path answered with",
    );
  }
  return parsed.data.confirmation;
}
