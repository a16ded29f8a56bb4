import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of permissions that concern one run. @public */
export const WORKFLOW_RUN_RESOURCE_TYPE = 'openchoreo-workflow-run';

/** Allows to see a run: its state, timeline and events, and parameters that do not look like secrets. @public */
export const workflowRunReadPermission = createPermission({
  name: 'openchoreo.workflow-run.read',
  attributes: { action: 'read' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to read the logs of a run. @public */
export const workflowRunLogsPermission = createPermission({
  name: 'openchoreo.workflow-run.logs.read',
  attributes: { action: 'read' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to see parameters and outputs that look like secrets. @public */
export const workflowRunSecretsPermission = createPermission({
  name: 'openchoreo.workflow-run.secrets.read',
  attributes: { action: 'read' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to stop a run: what runs ends, exit handlers run. @public */
export const workflowRunStopPermission = createPermission({
  name: 'openchoreo.workflow-run.stop',
  attributes: { action: 'update' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to terminate a run: everything ends at once, exit handlers do not run. @public */
export const workflowRunTerminatePermission = createPermission({
  name: 'openchoreo.workflow-run.terminate',
  attributes: { action: 'update' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to suspend a run: nothing new begins. @public */
export const workflowRunSuspendPermission = createPermission({
  name: 'openchoreo.workflow-run.suspend',
  attributes: { action: 'update' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to let a suspended run go on. @public */
export const workflowRunResumePermission = createPermission({
  name: 'openchoreo.workflow-run.resume',
  attributes: { action: 'update' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Allows to run the workflow of a run again, with the same or with other parameters. @public */
export const workflowRunRerunPermission = createPermission({
  name: 'openchoreo.workflow-run.rerun',
  attributes: { action: 'create' },
  resourceType: WORKFLOW_RUN_RESOURCE_TYPE,
});

/** Every permission that the workflow-runs plugin checks. @public */
export const workflowRunsPermissions = [
  workflowRunReadPermission,
  workflowRunLogsPermission,
  workflowRunSecretsPermission,
  workflowRunStopPermission,
  workflowRunTerminatePermission,
  workflowRunSuspendPermission,
  workflowRunResumePermission,
  workflowRunRerunPermission,
];
