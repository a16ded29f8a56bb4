import { objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { applyObject, ensureObject } from './planeObjects';
import { PlaneClusterClient } from './PlaneTunnels';
import { prerequisites } from './prerequisites';
import { RenderedRun } from './render/renderRun';
import { ResourceReference } from './workflowRunResource';

/** What was created for a run, as its status names it. */
export interface SubmittedRun {
  readonly runReference: ResourceReference;
  readonly resources?: readonly ResourceReference[];
}

/**
 * Creates the objects of a run in its plane's cluster, and what they need there.
 *
 * @throws ApiError where the plane does not take them
 */
export async function submitRun(
  cluster: PlaneClusterClient,
  { workflow, resources }: RenderedRun,
): Promise<SubmittedRun> {
  const namespace = textAt(workflow.metadata, 'namespace') ?? '';
  const serviceAccount = textAt(
    objectAt(workflow, 'spec'),
    'serviceAccountName',
  );
  if (!serviceAccount) {
    throw new Error('serviceAccountName not found in rendered resource spec');
  }
  for (const object of prerequisites(namespace, serviceAccount)) {
    await ensureObject(cluster, object);
  }
  const applied: ResourceReference[] = [];
  for (const resource of resources) {
    applied.push(await applyObject(cluster, resource));
  }
  return {
    runReference: await applyObject(cluster, workflow),
    ...(applied.length > 0 && { resources: applied }),
  };
}
