import type { KubernetesObject } from '@openchoreo-planes/control-plane-sim';

const runTemplate = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: { name: 'any' },
  spec: { entrypoint: 'main' },
};

function object(kind: string, name: string, spec: object): KubernetesObject {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind,
    metadata: {
      name,
      ...(kind !== 'ClusterWorkflow' && { namespace: 'acme' }),
    },
    spec,
  };
}

/** Of every kind that the portal only reads or runs again, at least one; each run has the name of what it runs. */
export const OBJECTS: readonly KubernetesObject[] = [
  object('DataPlane', 'present', {
    planeID: 'present',
    clusterAgent: { clientCA: {} },
  }),
  object('ClusterWorkflow', 'shared', { runTemplate }),
  object('Workflow', 'own', { runTemplate }),
  object('Project', 'shop', { buildPlaneRef: 'builds' }),
  object('WorkflowRun', 'own', { workflow: { kind: 'Workflow', name: 'own' } }),
  object('WorkflowRun', 'shared', {
    workflow: { kind: 'ClusterWorkflow', name: 'shared' },
  }),
  object('ComponentWorkflowRun', 'component', {
    owner: { projectName: 'shop', componentName: 'cart' },
    workflow: { name: 'any' },
  }),
  object('Build', 'build', { templateRef: { name: 'any' } }),
];
