import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Does something that the audit log tells of, whatever comes of it. Begin before the permission is checked: who tries
 * without belongs into the audit log as well.
 *
 * @param event - what is attempted; as all of it goes to the log, no secrets
 * @param work - returns what more is to be told
 * @public
 */
export async function audited(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  work: () => Promise<JsonObject>,
): Promise<void> {
  const attempt = await auditor.createEvent(event);
  let more: JsonObject;
  try {
    more = await work();
  } catch (error) {
    // An error may carry along what was sent, or what there is.
    const { name, message } = toError(error);
    await attempt.fail({ error: Object.assign(new Error(message), { name }) });
    throw error;
  }
  await attempt.success({ meta: more });
}
