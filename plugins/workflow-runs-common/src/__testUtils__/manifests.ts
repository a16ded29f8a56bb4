const CREATED = '2026-11-21T10:00:00Z';

interface ManifestOptions {
  kind?: string;
  name?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  spec?: unknown;
  status?: unknown;
}

/** The resource of a run. */
export function manifest({
  kind = 'WorkflowRun',
  name = 'run-1',
  labels,
  annotations,
  spec = { workflow: { kind: 'ClusterWorkflow', name: 'build' } },
  status,
}: ManifestOptions = {}) {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'acme',
      uid: `uid-of-${name}`,
      resourceVersion: '1234',
      creationTimestamp: CREATED,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
    spec,
    ...(status === undefined ? {} : { status }),
  };
}

/** A condition as a controller writes it. */
export function condition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  reason: string,
  message = '',
  lastTransitionTime = '2026-11-21T10:05:00Z',
) {
  return {
    type,
    status,
    reason,
    message,
    lastTransitionTime,
    observedGeneration: 1,
  };
}

/** The conditions of a run that the controller accepted. */
export const accepted = [
  condition(
    'WorkflowCompleted',
    'False',
    'WorkflowPending',
    'Workflow has not completed yet',
    CREATED,
  ),
];

/** The conditions of a run whose Argo workflow runs. */
export const running = [
  ...accepted,
  condition('WorkflowRunning', 'True', 'WorkflowRunning'),
];

/** The conditions of a run that went well. */
export const succeeded = [
  condition('WorkflowRunning', 'False', 'WorkflowRunning'),
  condition('WorkflowSucceeded', 'True', 'WorkflowSucceeded'),
  condition('WorkflowCompleted', 'True', 'WorkflowSucceeded'),
];

/** The conditions of a run that failed. */
export const failed = [
  condition('WorkflowCompleted', 'True', 'WorkflowFailed'),
  condition('WorkflowRunning', 'False', 'WorkflowRunning'),
  condition(
    'WorkflowFailed',
    'True',
    'WorkflowFailed',
    'Workflow execution failed',
  ),
];

/** The reference to an Argo workflow. */
const reference = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  name: 'run-1',
  namespace: 'workflows-acme',
};

const repository = {
  url: 'https://github.com/acme/shop',
  revision: { branch: 'main', commit: '3f2a9c1' },
  appPath: '/cart',
};

const owner = { projectName: 'shop', componentName: 'cart' };

/** Runs as each generation of OpenChoreo has them, by release and kind. */
export const manifests = {
  'v0.3 Build': manifest({
    kind: 'Build',
    spec: {
      owner,
      repository,
      templateRef: {
        engine: 'argo',
        name: 'docker',
        parameters: [{ name: 'docker-context', value: '/cart' }],
      },
    },
    status: {
      conditions: [
        condition('BuildInitiated', 'True', 'BuildInitiated', '', CREATED),
        condition('BuildTriggered', 'True', 'BuildTriggered', '', CREATED),
        condition('BuildCompleted', 'True', 'BuildCompleted'),
      ],
      imageStatus: { image: 'registry/cart:1' },
    },
  }),
  'v0.4 WorkflowRun': manifest({
    spec: { owner, workflow: { name: 'docker', schema: { repository } } },
    status: {
      conditions: succeeded,
      imageStatus: {},
      runReference: { name: 'run-1', namespace: 'openchoreo-ci-acme' },
    },
  }),
  'v0.6 ComponentWorkflowRun': manifest({
    kind: 'ComponentWorkflowRun',
    spec: {
      owner,
      workflow: {
        name: 'docker',
        parameters: { docker: { context: '/cart' } },
        systemParameters: { repository },
      },
    },
    status: { conditions: running, imageStatus: {}, runReference: {} },
  }),
  'v0.12 WorkflowRun': manifest({
    spec: { workflow: { name: 'report', parameters: { limit: 3 } } },
    status: { conditions: failed, runReference: reference },
  }),
  'v0.14 WorkflowRun': manifest({
    spec: { workflow: { name: 'report' } },
    status: {
      conditions: succeeded,
      runReference: reference,
      tasks: [
        {
          name: 'report',
          phase: 'Succeeded',
          startedAt: '2026-11-21T10:00:10Z',
          finishedAt: '2026-11-21T10:00:20Z',
        },
      ],
    },
  }),
  'v0.16 ComponentWorkflowRun': manifest({
    kind: 'ComponentWorkflowRun',
    spec: {
      owner,
      ttlAfterCompletion: '1d 12h',
      workflow: { name: 'docker', systemParameters: { repository } },
    },
    status: {
      conditions: [
        ...succeeded,
        condition('WorkloadUpdated', 'True', 'WorkloadUpdated'),
      ],
      runReference: reference,
      startedAt: '2026-11-21T10:00:01Z',
      finishedAt: '2026-11-21T10:04:59Z',
    },
  }),
  'v0.17 WorkflowRun': manifest({
    labels: {
      'openchoreo.dev/project': 'shop',
      'openchoreo.dev/component': 'cart',
    },
    spec: {
      ttlAfterCompletion: '1d',
      workflow: { name: 'docker', parameters: { repository } },
    },
    status: {
      startedAt: '2026-11-21T10:00:01Z',
      completedAt: '2026-11-21T10:04:59Z',
      conditions: failed,
      runReference: reference,
      tasks: [
        {
          name: 'build',
          phase: 'Failed',
          startedAt: '2026-11-21T10:00:10Z',
          completedAt: '2026-11-21T10:00:20Z',
          message: 'main: Error (exit code 1)',
        },
      ],
    },
  }),
  'v1.2 WorkflowRun': manifest({
    labels: {
      'openchoreo.dev/project': 'shop',
      'openchoreo.dev/component': 'cart',
    },
    annotations: {
      'openchoreo-planes.dev/triggered-by': 'user:default/mira',
      'openchoreo-planes.dev/rerun-of': 'run-0',
    },
    spec: {
      ttlAfterCompletion: '90d',
      workflow: {
        kind: 'ClusterWorkflow',
        name: 'dockerfile-builder',
        parameters: { repository, docker: { context: '/cart' } },
      },
    },
    status: {
      startedAt: '2026-11-21T10:00:01Z',
      conditions: running,
      runReference: reference,
      resources: [{ apiVersion: 'v1', kind: 'Secret', name: 'git' }],
      tasks: [],
    },
  }),
};
