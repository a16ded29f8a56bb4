import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  audited,
  readJsonBody,
  type RequestLimits,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  RUN_ACTIONS,
  runActionRequestSchema,
  type RunActionResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import express, { type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import { ACTIONS } from './actions';
import type { RunActions } from './RunActions';

/** What the router needs. */
export interface ActionsRouterOptions {
  readonly access: RunAccess;
  readonly actions: RunActions;
  readonly auditor: AuditorService;
  readonly limits: RequestLimits;
}

/** `POST /runs/:uid/actions/:action`. */
export function createActionsRouter(options: ActionsRouterOptions): Router {
  const { access, actions, auditor, limits } = options;
  const router = createPromiseRouter();
  const parse = express.json({ limit: '10kb' });

  router.post('/runs/:uid/actions/:action', async (req, res) => {
    const action = RUN_ACTIONS.find(known => known === req.params.action);
    if (!action) {
      throw new NotFoundError(
        `There is no such action: it must be one of ${RUN_ACTIONS.join(', ')}`,
      );
    }
    const body = await readJsonBody(req, res, {
      parse,
      tooLarge: 'The body is too large',
    });
    const attempt = {
      eventId: `workflow-run-${action}`,
      severityLevel: 'medium',
      request: req,
      meta: { uid: req.params.uid },
    } as const;
    let answer: RunActionResponse | undefined;
    await audited(auditor, attempt, async () => {
      const { run, credentials } = await access.run(
        req,
        ACTIONS[action].permission,
      );
      const parsed = runActionRequestSchema.safeParse(
        body.ok ? body.value : undefined,
      );
      if (!parsed.success) {
        throw new InputError(
          "The body lacks 'workflowUid': send the uid of the Argo workflow, which GET of the run's timeline answers with",
        );
      }
      await limits.take(credentials, 'actions');
      answer = await actions.act(run, action, parsed.data);
      const { controlPlane, kind, namespace, name } = run.ref;
      return { controlPlane, kind, namespace, name, ...parsed.data };
    });
    res.json(answer);
  });

  return router;
}
