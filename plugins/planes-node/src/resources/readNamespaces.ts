import { z } from 'zod';
import { type KubernetesApi, listAll } from '../kube';
import { NAMESPACES_PATH } from './resourcePaths';

const SYSTEM = /^kube-/;

const namespaceSchema = z.object({
  metadata: z.object({
    name: z.string(),
    deletionTimestamp: z.string().optional(),
  }),
});

/** The namespaces in which something can be created, but those of Kubernetes itself; sorted. */
export async function readNamespaces(
  api: KubernetesApi,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { items } = await listAll(api, NAMESPACES_PATH, {
    read: object => namespaceSchema.safeParse(object).data?.metadata,
    signal,
  });
  return items
    .flatMap(metadata =>
      metadata && metadata.deletionTimestamp === undefined
        ? [metadata.name]
        : [],
    )
    .filter(name => !SYSTEM.test(name))
    .sort();
}
