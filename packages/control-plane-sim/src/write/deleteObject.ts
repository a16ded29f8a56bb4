import { ApiObject, timestamp } from '../objects/ApiObject';
import { isJsonObject, JsonObject, objectAt, stringAt } from '../objects/json';
import { resourceName } from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import { conflict } from '../status/errors';
import { StatusError, successStatus } from '../status/Status';
import { storeKey } from '../storage/ResourceStore';
import { jsonComplaint } from './parseBody';
import { requireObject } from './storedObject';

/** The options of a deletion. */
export interface DeleteOptions {
  dryRun: boolean;
  /** What the object must still be. */
  uid?: string;
  resourceVersion?: string;
}

/** Reads the options of a deletion from query and body; the body may be empty. */
export function readDeleteOptions(
  query: URLSearchParams,
  text: string,
): DeleteOptions {
  let body: JsonObject = {};
  if (text.trim() !== '') {
    try {
      const parsed: unknown = JSON.parse(text);
      body = isJsonObject(parsed) ? parsed : {};
    } catch {
      throw new StatusError(
        500,
        undefined,
        `couldn't get version/kind; json parse error: ${jsonComplaint(text)}`,
      );
    }
  }
  const preconditions = objectAt(body, 'preconditions');
  const inBody = Array.isArray(body.dryRun) && body.dryRun.includes('All');
  return {
    dryRun: query.get('dryRun') === 'All' || inBody,
    uid: stringAt(preconditions, 'uid'),
    resourceVersion: stringAt(preconditions, 'resourceVersion'),
  };
}

function assertPreconditions(
  { definition }: ServedResource,
  { metadata }: ApiObject,
  options: DeleteOptions,
): void {
  // Here Kubernetes names the kind where it otherwise names the plural.
  const subject = { group: definition.group, resource: definition.kind };
  const refuse = (field: string, expected: string, actual = '', fate = '') =>
    conflict(
      subject,
      metadata.name,
      `the ${field} in the precondition (${expected}) does not match the ${field} in record (${actual}). The object might have been ${fate}`,
    );
  if (options.uid && options.uid !== metadata.uid) {
    throw refuse(
      'UID',
      options.uid,
      metadata.uid,
      'deleted and then recreated',
    );
  }
  const { resourceVersion } = options;
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw refuse(
      'ResourceVersion',
      resourceVersion,
      metadata.resourceVersion,
      'modified',
    );
  }
}

/** The object on its way out, as its finalizers see it. */
function terminating(object: ApiObject): ApiObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      deletionGracePeriodSeconds: 0,
      deletionTimestamp: timestamp(),
      ...(metadata.generation === undefined
        ? {}
        : { generation: metadata.generation + 1 }),
    },
  };
}

/**
 * Deletes an object, or marks it as being deleted while finalizers hold it.
 *
 * @throws StatusError 404 where there is none, 409 where a precondition does not hold
 */
export function deleteObject(
  resource: ServedResource,
  namespace: string | undefined,
  name: string,
  options: DeleteOptions,
): object {
  const { definition, store } = resource;
  const current = requireObject(resource, namespace, name);
  assertPreconditions(resource, current, options);
  const key = storeKey(namespace, name);
  const { finalizers = [], deletionTimestamp, uid } = current.metadata;
  if (finalizers.length > 0) {
    if (deletionTimestamp) {
      return current;
    }
    const marked = terminating(current);
    return options.dryRun ? marked : store.put(key, marked);
  }
  if (!options.dryRun) {
    store.remove(key);
  }
  const { group, resource: kind } = resourceName(definition);
  return successStatus({ name, ...(group ? { group } : {}), kind, uid });
}
