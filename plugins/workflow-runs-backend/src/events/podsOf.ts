import type { ArgoNode } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/**
 * Tells pods of a workflow from others of its namespace by their names.
 *
 * @remarks
 * A pod ends with the same hash as the node that it runs, `WORKFLOW-TEMPLATE-HASH` and `WORKFLOW-HASH`; that of a workflow
 * which is one pod is called like the workflow.
 */
export function podsOf(
  workflow: string,
  nodes: readonly ArgoNode[],
): (podName: string) => boolean {
  const prefix = `${workflow}-`;
  const hashes = new Set(
    nodes
      .filter(({ type, id }) => type === 'Pod' && id.startsWith(prefix))
      .map(({ id }) => id.slice(prefix.length)),
  );
  const isOnePod = nodes.some(
    ({ type, id }) => type === 'Pod' && id === workflow,
  );
  return podName =>
    podName === workflow
      ? isOnePod
      : podName.startsWith(prefix) &&
        hashes.has(podName.slice(podName.lastIndexOf('-') + 1));
}
