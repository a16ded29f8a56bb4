import type {
  ArgoWorkflow,
  Timeline,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What a run that waits for somebody waits for. */
export type WaitingForResume =
  /** It was suspended as a whole. */
  | { readonly for: 'workflow' }
  | {
      readonly for: 'steps';
      /** Those that wait: `await-release`. */
      readonly steps: readonly string[];
      /** Lets them go on; the portal cannot, since it takes Argo's own logic. */
      readonly command: string;
    };

/** Whether a run goes on only when somebody says so; undefined where it does not wait for that. */
export function waitingForResume(
  timeline: Timeline | undefined,
  workflow: Pick<ArgoWorkflow, 'name' | 'namespace' | 'suspended'> | undefined,
): WaitingForResume | undefined {
  if (!timeline?.live || !workflow) {
    return undefined;
  }
  if (workflow.suspended) {
    return { for: 'workflow' };
  }
  const steps = timeline.rows
    .filter(row => row.kind === 'suspend' && row.open)
    .map(row => row.title);
  const { name, namespace } = workflow;
  return steps.length > 0
    ? { for: 'steps', steps, command: `argo resume ${name} -n ${namespace}` }
    : undefined;
}
