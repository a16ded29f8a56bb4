/** The kinds that a run is of: `Build` up to OpenChoreo v0.17, `ComponentWorkflowRun` v0.6 to v0.16. @public */
export const RUN_KINDS = [
  'WorkflowRun',
  'ComponentWorkflowRun',
  'Build',
] as const;

/** A member of {@link RUN_KINDS}. @public */
export type RunKind = (typeof RUN_KINDS)[number];

/** The plural by which the Kubernetes API serves each kind, in API group `openchoreo.dev`. @public */
export const RUN_PLURALS: Readonly<Record<RunKind, string>> = {
  WorkflowRun: 'workflowruns',
  ComponentWorkflowRun: 'componentworkflowruns',
  Build: 'builds',
};
