import {
  LABEL_ARGO_WORKFLOW,
  type RunReference,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** By which Argo marks the pods that it is done with. */
const COMPLETED_LABEL = 'workflows.argoproj.io/completed';

/** The path of the Argo workflow of a run; always in Argo's own API group, whatever the reference says. */
export function workflowPath({ namespace, name }: RunReference): string[] {
  return [
    'apis',
    'argoproj.io',
    'v1alpha1',
    'namespaces',
    namespace,
    'workflows',
    name,
  ];
}

/** The path of the pods of a namespace, of one of them, or of its log. */
export function podsPath(namespace: string, ...rest: string[]): string[] {
  return ['api', 'v1', 'namespaces', namespace, 'pods', ...rest];
}

/** The path of the events of a namespace. */
export function eventsPath(namespace: string): string[] {
  return ['api', 'v1', 'namespaces', namespace, 'events'];
}

/** Selects the pods of a workflow. */
export function podsOfWorkflow(
  name: string,
  { unfinished = false }: { unfinished?: boolean } = {},
): string {
  const pods = `${LABEL_ARGO_WORKFLOW}=${name}`;
  return unfinished ? `${pods},${COMPLETED_LABEL}!=true` : pods;
}
