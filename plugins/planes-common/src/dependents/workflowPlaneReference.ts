import type { PlaneFieldReference } from './resolvePlaneReference';

/**
 * The plane that a Workflow or ClusterWorkflow of any release runs on, as its spec refers to it.
 *
 * @param spec - of whatever shape
 * @public
 */
export function workflowPlaneReference(
  spec: Readonly<Record<string, unknown>>,
): PlaneFieldReference {
  const { buildPlaneRef, workflowPlaneRef } = spec;
  if (workflowPlaneRef !== undefined) {
    return { families: ['WorkflowPlane'], value: workflowPlaneRef };
  }
  if (buildPlaneRef !== undefined) {
    return { families: ['BuildPlane'], value: buildPlaneRef };
  }
  // Releases that have workflow planes use no build planes, though some may be left.
  return { families: ['WorkflowPlane', 'BuildPlane'], value: undefined };
}
