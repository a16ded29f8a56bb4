import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { audited as auditedAttempt } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Request } from 'express';

/** An attempt that belongs into the audit log. */
export interface Attempt {
  readonly eventId: string;
  readonly request: Request;
  readonly meta: JsonObject;
}

/**
 * Does something that the audit log tells of, whatever comes of it.
 *
 * @remarks
 * A lint is not told of: it reads nothing of a plane, and is asked for with every keystroke.
 *
 * @param work - returns what more is to be told
 */
export async function audited(
  auditor: AuditorService,
  { eventId, request, meta }: Attempt,
  work: () => Promise<JsonObject>,
): Promise<void> {
  if (request.query.dryRun === 'lint') {
    await work();
    return;
  }
  const dryRun = request.query.dryRun === 'all';
  await auditedAttempt(
    auditor,
    {
      eventId,
      severityLevel: dryRun ? 'low' : 'medium',
      request,
      meta: { ...meta, dryRun },
    },
    work,
  );
}
