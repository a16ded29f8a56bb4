import { JsonObject, stringAt } from '../objects/json';
import { resourceName } from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import { conflict } from '../status/errors';
import { storeKey } from '../storage/ResourceStore';
import { applyUpdate } from './applyUpdate';
import { cannotBeHandled } from './decodeObject';
import { requireObject } from './storedObject';
import { WriteOptions, WriteResult } from './WriteRequest';

/**
 * Replaces an object (PUT).
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function updateObject(
  resource: ServedResource,
  namespace: string | undefined,
  name: string,
  body: JsonObject,
  options: WriteOptions,
): WriteResult {
  const { definition } = resource;
  const current = requireObject(resource, namespace, name);
  const uid = stringAt(body.metadata, 'uid');
  if (uid && uid !== current.metadata.uid) {
    const { group, plural } = definition;
    const key = `/registry/${group}/${plural}${storeKey(namespace, name)}`;
    throw conflict(
      resourceName(definition),
      name,
      `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
    );
  }
  return applyUpdate({
    resource,
    current,
    body,
    options,
    strictError: complaints => cannotBeHandled(definition, complaints),
  });
}
