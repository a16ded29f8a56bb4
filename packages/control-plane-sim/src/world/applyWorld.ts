import { ApiClient } from '../controllers/kubernetes/ApiClient';
import { ApiError } from '../controllers/kubernetes/ApiError';
import { ApiConnection } from '../controllers/kubernetes/HttpsConnection';
import { objectPath } from '../controllers/kubernetes/paths';
import { Manifest, PlannedObject, World } from './World';

const CONCURRENCY = 16;

function pathOf({ apiVersion, kind, metadata }: Manifest) {
  const { namespace, name } = metadata;
  return objectPath({ apiVersion, kind, namespace, name });
}

/** Creates an object, or makes an existing one agree with the manifest. */
async function createOrPatch(
  client: ApiClient,
  manifest: Manifest,
): Promise<void> {
  const { collection, object } = pathOf(manifest);
  try {
    await client.create(collection, manifest);
  } catch (error) {
    if (!ApiError.hasStatus(error, 409)) {
      throw error;
    }
    const { finalizers: _, ...metadata } = manifest.metadata;
    await client.patch(object, { ...manifest, metadata });
  }
}

async function plant(
  client: ApiClient,
  { manifest, status, edit, deleted }: PlannedObject,
): Promise<void> {
  const { object } = pathOf(manifest);
  await createOrPatch(client, manifest);
  if (status) {
    await client.patch(`${object}/status`, {
      status: typeof status === 'function' ? status() : status,
    });
  }
  if (edit) {
    await client.patch(object, edit);
  }
  if (deleted) {
    await client.delete(object);
  }
}

async function forEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const item of rest) {
        if (signal?.aborted) {
          return;
        }
        await work(item);
      }
    }),
  );
}

/** Puts objects with their past into a control plane, until the signal aborts. */
export async function applyPlanned(
  api: ApiConnection,
  objects: readonly PlannedObject[],
  signal?: AbortSignal,
): Promise<void> {
  const client = new ApiClient(api);
  try {
    await forEach(objects, object => plant(client, object), signal);
  } finally {
    client.close();
  }
}

/**
 * Puts a world into a control plane. Objects that exist already are made to agree with it, so that
 * it can be applied again. To be called before the controllers start, because it writes what they
 * would have written.
 *
 * @public
 */
export async function applyWorld(
  api: ApiConnection,
  world: World,
): Promise<void> {
  const client = new ApiClient(api);
  try {
    const namespaces = world.objects.filter(({ kind }) => kind === 'Namespace');
    const others = world.objects.filter(({ kind }) => kind !== 'Namespace');
    await forEach(namespaces, object => createOrPatch(client, object));
    await forEach(others, object => createOrPatch(client, object));
  } finally {
    client.close();
  }
  await applyPlanned(api, [...world.planes, ...(world.runs ?? [])]);
}
