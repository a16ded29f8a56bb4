import { integerAt } from '../../controllers/fields';
import { ApiObject } from '../../objects/ApiObject';
import { JsonObject, objectAt, stringAt } from '../../objects/json';

/** The fields of a TTL strategy that say how long a workflow of a phase is kept, the one that is asked first. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Succeeded: ['secondsAfterSuccess', 'secondsAfterCompletion'],
  Failed: ['secondsAfterFailure', 'secondsAfterCompletion'],
  Error: ['secondsAfterFailure', 'secondsAfterCompletion'],
};

/** When Argo deletes a workflow that has ended, by its own TTL strategy, in milliseconds since 1970; infinite for never. */
export function expiryOf(workflow: ApiObject): number {
  const strategy: JsonObject = objectAt(workflow.spec, 'ttlStrategy');
  const finishedAt = Date.parse(stringAt(workflow.status, 'finishedAt') ?? '');
  const [seconds] = (FIELDS[stringAt(workflow.status, 'phase') ?? ''] ?? [])
    .map(field => integerAt(strategy, field))
    .filter(value => value !== undefined);
  return Number.isNaN(finishedAt) || seconds === undefined
    ? Number.POSITIVE_INFINITY
    : finishedAt + seconds * 1_000;
}
