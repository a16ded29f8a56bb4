import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  type Run,
  WORKFLOW_RUN_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** A run as permission rules see it. @public */
export interface RunResource {
  readonly run: Run;
}

/** A property of runs and the values that a rule admits. @public */
export interface RunFilter {
  readonly property: 'namespace' | 'project' | 'component' | 'workflow';
  readonly values: readonly string[];
}

/** The permission resource `openchoreo-workflow-run`; a resource reference is a run's uid. @public */
export const runResourceRef = createPermissionResourceRef<
  RunResource,
  RunFilter
>().with({
  pluginId: 'workflow-runs',
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});
