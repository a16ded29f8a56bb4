import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
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
  const event = await auditor.createEvent({
    eventId,
    severityLevel: dryRun ? 'low' : 'medium',
    request,
    meta: { ...meta, dryRun },
  });
  let more: JsonObject;
  try {
    more = await work();
  } catch (error) {
    // The error itself carries the plane as it is, and with it certificates.
    const { name, message } = toError(error);
    await event.fail({ error: Object.assign(new Error(message), { name }) });
    throw error;
  }
  await event.success({ meta: more });
}
