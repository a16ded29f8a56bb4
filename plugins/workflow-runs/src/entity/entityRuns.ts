import { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  LABEL_COMPONENT,
  LABEL_PROJECT,
  RunsQuery,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { CONTROL_PLANE, NAMESPACE, PLANE_UID, WORKFLOW } from './annotations';
import { workflowPlaneFilter } from './filters';

/** Whether an entity is a plane that runs workflows. */
export function isWorkflowPlane(entity: Entity): boolean {
  return evaluateFilterPredicate(workflowPlaneFilter, entity);
}

function fixed(query: RunsQuery): RunsQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  );
}

/**
 * What the runs of an entity have in common; undefined where it has none.
 *
 * @remarks
 * Those of a plane are the runs on it. Otherwise everything that the entity's annotations and labels say narrows them.
 */
export function entityRunsQuery(entity: Entity): RunsQuery | undefined {
  const { annotations = {}, labels = {} } = entity.metadata;
  if (isWorkflowPlane(entity)) {
    const plane = annotations[PLANE_UID];
    return plane ? { plane } : undefined;
  }
  const project = annotations[LABEL_PROJECT] ?? labels[LABEL_PROJECT];
  const component = annotations[LABEL_COMPONENT] ?? labels[LABEL_COMPONENT];
  const workflow = annotations[WORKFLOW];
  if (!project && !component && !workflow) {
    return undefined;
  }
  const list = (value?: string) => (value ? [value] : undefined);
  return fixed({
    controlPlane: list(annotations[CONTROL_PLANE]),
    namespace: list(annotations[NAMESPACE] ?? labels[NAMESPACE]),
    project: project || undefined,
    component: component || undefined,
    workflow: list(workflow),
  });
}
