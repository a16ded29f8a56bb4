import { JsonObject, objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { ApiError } from '../kubernetes/ApiError';
import { objectPath } from '../kubernetes/paths';
import { PlaneClusterClient } from './PlaneTunnels';
import { ResourceReference } from './workflowRunResource';

/** How a status names an object. */
export function referenceTo(object: JsonObject): ResourceReference {
  const metadata = objectAt(object, 'metadata');
  return {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    name: textAt(metadata, 'name') ?? '',
    namespace: textAt(metadata, 'namespace'),
  };
}

/** Creates an object unless there is one of its name. */
export async function ensureObject(
  client: PlaneClusterClient,
  object: JsonObject,
): Promise<void> {
  try {
    await client.create(objectPath(referenceTo(object)).collection, object);
  } catch (error) {
    if (!ApiError.hasStatus(error, 409)) {
      throw error;
    }
  }
}

/** Creates an object, or replaces the one of its name. */
export async function applyObject(
  client: PlaneClusterClient,
  object: JsonObject,
): Promise<ResourceReference> {
  const reference = referenceTo(object);
  const path = objectPath(reference);
  try {
    const existing = await client.get(path.object);
    const { resourceVersion } = objectAt(existing, 'metadata');
    await client.update(path.object, {
      ...object,
      metadata: { ...objectAt(object, 'metadata'), resourceVersion },
    });
  } catch (error) {
    if (!ApiError.hasStatus(error, 404)) {
      throw error;
    }
    await client.create(path.collection, object);
  }
  return reference;
}

/** Deletes an object, if there is one. */
export async function deleteObject(
  client: PlaneClusterClient,
  reference: ResourceReference,
): Promise<void> {
  try {
    await client.delete(objectPath(reference).object);
  } catch (error) {
    if (!ApiError.hasStatus(error, 404)) {
      throw error;
    }
  }
}
