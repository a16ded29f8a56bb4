import { z } from 'zod';
import { isExpired, UnexpectedAnswerError } from './errors';
import type { KubernetesApi } from './KubernetesApi';

/** Objects a page; the API server's own clients use the same. */
const PAGE_SIZE = 500;
const MAX_RESTARTS = 3;

const pageSchema = z.object({
  kind: z.string().endsWith('List'),
  metadata: z.object({
    resourceVersion: z.string().min(1),
    continue: z.string().optional(),
  }),
  // Go's empty slice is null.
  items: z.array(z.unknown()).nullable(),
});

/** A whole collection at one resourceVersion. */
export interface KubernetesList<T> {
  readonly items: readonly T[];
  /** Where a watch continues. */
  readonly resourceVersion: string;
}

/**
 * Lists a collection to its end, page by page; each object is read as its page arrives, so that
 * no more than one page of raw objects is held.
 *
 * @remarks
 * All pages come from one snapshot; when the API server has forgotten it (410), the list starts again.
 *
 * @throws UnexpectedAnswerError when an answer is no list: an error page must not pass for an empty collection
 */
export async function listAll<T>(
  api: KubernetesApi,
  path: string,
  options: { read: (object: unknown) => T; signal: AbortSignal },
): Promise<KubernetesList<T>> {
  for (let restart = 0; ; restart++) {
    try {
      return await listOnce(api, path, options);
    } catch (error) {
      if (!isExpired(error) || restart >= MAX_RESTARTS) {
        throw error;
      }
    }
  }
}

async function listOnce<T>(
  api: KubernetesApi,
  path: string,
  options: { read: (object: unknown) => T; signal: AbortSignal },
): Promise<KubernetesList<T>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (token !== undefined) {
      query.set('continue', token);
    }
    const answer = await api.getJson(`${path}?${query}`, options);
    const page = pageSchema.safeParse(answer);
    if (!page.success) {
      throw new UnexpectedAnswerError('The answer is not a Kubernetes list');
    }
    for (const object of page.data.items ?? []) {
      items.push(options.read(object));
    }
    token = page.data.metadata.continue || undefined;
    if (token === undefined) {
      return { items, resourceVersion: page.data.metadata.resourceVersion };
    }
    if (seen.has(token)) {
      throw new UnexpectedAnswerError('The list repeats itself and never ends');
    }
    seen.add(token);
  }
}
