import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  audited,
  readJsonBody,
  type RequestLimits,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type RerunRequest,
  rerunRequestSchema,
  SECRET_MASK,
  workflowRunRerunPermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { json, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { RunAccess } from '../access';
import type { RunReruns } from './RunReruns';

const LIMIT_KB = 1024;
const BODY = {
  parse: json({ limit: `${LIMIT_KB}kb` }),
  tooLarge: `The body is larger than ${LIMIT_KB} kB, which no run's parameters may be`,
};

/** What the router needs. */
export interface RerunRouterOptions {
  readonly access: RunAccess;
  readonly auditor: AuditorService;
  readonly limits: RequestLimits;
  readonly reruns: RunReruns;
}

/** `POST /runs/:uid/rerun`. */
export function createRerunRouter(options: RerunRouterOptions): Router {
  const { access, auditor, limits, reruns } = options;
  const router = createPromiseRouter();

  router.post('/runs/:uid/rerun', async (req, res) => {
    const attempt = {
      eventId: 'workflow-run-rerun',
      severityLevel: 'medium',
      request: req,
      meta: { uid: req.params.uid },
    } as const;
    await audited(auditor, attempt, async () => {
      const { run, credentials } = await access.run(
        req,
        workflowRunRerunPermission,
      );
      const body = await readJsonBody(req, res, BODY);
      if (!body.ok) {
        throw body.error;
      }
      const request = readRequest(body.value);
      await limits.take(credentials, 'actions');
      const created = await reruns.rerun(run, request, credentials);
      res.set('Cache-Control', 'no-store');
      res.status(201).json(created);
      const { controlPlane, kind, namespace, name } = run.ref;
      return {
        controlPlane,
        run: `${kind} ${namespace}/${name}`,
        created: created.ref.name,
        // By name alone: values may be secrets.
        changedParameters: Object.keys(request.parameters ?? {}),
      };
    });
  });

  return router;
}

function readRequest(body: unknown): RerunRequest {
  const parsed = rerunRequestSchema.strict().safeParse(body ?? {});
  if (!parsed.success) {
    throw new InputError(
      'The body must be \'{ "parameters": { "path.of.parameter": value, ... } }\', with those alone that are to change, or empty',
    );
  }
  const masked = Object.entries(parsed.data.parameters ?? {}).find(
    ([, value]) => JSON.stringify(value)?.includes(SECRET_MASK),
  );
  if (masked) {
    throw new InputError(
      `Parameter '${masked[0]}' holds the mask of a secret: leave it out to keep the secret, or give a new one`,
    );
  }
  return parsed.data;
}
