import { ApiObject } from '../objects/ApiObject';
import { resourceName } from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import { notFound } from '../status/errors';
import { storeKey } from '../storage/ResourceStore';

/**
 * The stored object.
 *
 * @throws StatusError 404 where there is none
 */
export function requireObject(
  { definition, store }: ServedResource,
  namespace: string | undefined,
  name: string,
): ApiObject {
  const found = store.get(storeKey(namespace, name));
  if (!found) {
    throw notFound(resourceName(definition), name);
  }
  return found;
}

/** Stores an object, or removes it where its deletion only waited for the last finalizer. */
export function storeObject(
  { store }: ServedResource,
  next: ApiObject,
): ApiObject {
  const { namespace, name, deletionTimestamp, finalizers = [] } = next.metadata;
  const key = storeKey(namespace, name);
  const isGone = deletionTimestamp !== undefined && finalizers.length === 0;
  return (isGone ? store.remove(key, next) : store.put(key, next)) ?? next;
}
