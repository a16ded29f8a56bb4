import type { GatewayRequestOptions } from '@openchoreo-planes/backstage-plugin-planes-node';
import { podsOfWorkflow, podsPath } from './argoPaths';
import type { RunCluster } from './clusterOf';
import { listInPages, type PagedList } from './listInPages';

/** A thousand pods. */
const MAX_PAGES = 2;

/**
 * The pods of an Argo workflow, at most 1 000.
 *
 * @param options - with `unfinished`, only those that Argo is not done with
 */
export function listPods(
  cluster: RunCluster,
  options: GatewayRequestOptions & { readonly unfinished?: boolean },
): Promise<PagedList> {
  const { name, namespace } = cluster.reference;
  return listInPages(
    cluster,
    {
      path: podsPath(namespace),
      query: { labelSelector: podsOfWorkflow(name, options) },
      maxPages: MAX_PAGES,
    },
    options,
  );
}
