import {
  ArgoNode,
  ArgoWorkflow,
  RunSourceStatus,
  RunSummary,
  RunView,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** When what the fixtures tell of is over. */
const FIXTURE_TIME = '2026-11-20T10:00:00Z';

/** A run that succeeded after three tasks, as a list has it. */
export function runSummaryFixture(
  overrides: Partial<RunSummary> = {},
): RunSummary {
  const ref = overrides.ref ?? {
    controlPlane: 'default',
    kind: 'WorkflowRun',
    namespace: 'acme',
    name: 'shop-build-118',
  };
  return {
    uid: `uid-of-${ref.name}`,
    ref,
    phase: 'Succeeded',
    workflow: { kind: 'ClusterWorkflow', name: 'docker' },
    project: 'shop',
    component: 'cart',
    trigger: {},
    source: {
      repository: 'https://git.example.com/acme/shop',
      branch: 'main',
      commit: '4f1c2a9d0b7e6f5a4c3d2e1f0a9b8c7d6e5f4a3b',
    },
    plane: {
      entityRef: 'resource:default/cluster-workflow-plane-builds',
      uid: 'uid-of-cluster-builds',
      kind: 'ClusterWorkflowPlane',
      name: 'builds',
      title: 'Build cluster',
      connected: true,
    },
    createdAt: '2026-11-20T09:50:00Z',
    startedAt: '2026-11-20T09:50:02Z',
    completedAt: '2026-11-20T09:58:20Z',
    tasks: [
      {
        name: 'checkout',
        phase: 'Succeeded',
        startedAt: '2026-11-20T09:50:02Z',
        completedAt: '2026-11-20T09:50:36Z',
      },
      {
        name: 'build',
        phase: 'Succeeded',
        startedAt: '2026-11-20T09:50:38Z',
        completedAt: '2026-11-20T09:56:00Z',
      },
      {
        name: 'publish',
        phase: 'Succeeded',
        startedAt: '2026-11-20T09:56:01Z',
        completedAt: '2026-11-20T09:58:18Z',
      },
    ],
    taskCount: 3,
    sourceState: 'live',
    ...overrides,
  };
}

/** The same run with everything that is known of it without its plane. */
export function runViewFixture(overrides: Partial<RunView> = {}): RunView {
  const summary = runSummaryFixture(overrides);
  return {
    ...summary,
    conditions: [
      {
        type: 'WorkflowCompleted',
        status: 'True',
        reason: 'WorkflowSucceeded',
        lastTransitionTime: summary.completedAt,
      },
    ],
    reference: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name: summary.ref.name,
      namespace: `workflows-${summary.ref.namespace}`,
    },
    parameters: [
      {
        name: 'repository.url',
        value: summary.source.repository,
        masked: false,
      },
      { name: 'repository.token', masked: true },
    ],
    ...overrides,
  };
}

/** The live source that the runs above are of. */
export function runSourceFixture(
  overrides: Partial<RunSourceStatus> = {},
): RunSourceStatus {
  return {
    controlPlane: 'default',
    kind: 'WorkflowRun',
    plural: 'workflowruns',
    state: 'live',
    since: '2026-11-20T08:00:00Z',
    ...overrides,
  };
}

/** A pod that succeeded. */
export function argoNodeFixture(overrides: Partial<ArgoNode> = {}): ArgoNode {
  const displayName = overrides.displayName ?? 'build';
  return {
    id: `shop-build-118-${displayName}`,
    name: `shop-build-118.${displayName}`,
    displayName,
    type: 'Pod',
    phase: 'Succeeded',
    templateName: displayName,
    boundaryID: 'shop-build-118',
    startedAt: '2026-11-20T09:50:38Z',
    finishedAt: '2026-11-20T09:56:00Z',
    children: [],
    ...overrides,
  };
}

/** The Argo workflow of the run above. */
export function argoWorkflowFixture(
  overrides: Partial<ArgoWorkflow> = {},
): ArgoWorkflow {
  return {
    name: 'shop-build-118',
    namespace: 'workflows-acme',
    uid: 'uid-of-argo-shop-build-118',
    resourceVersion: '4711',
    phase: 'Succeeded',
    startedAt: '2026-11-20T09:50:02Z',
    finishedAt: '2026-11-20T09:58:18Z',
    progress: '3/3',
    suspended: false,
    ...overrides,
  };
}

/** The timeline of the run above, read from Argo. */
export function timelineFixture(
  overrides: Partial<TimelineResponse> = {},
): TimelineResponse {
  return {
    source: 'argo',
    readAt: FIXTURE_TIME,
    workflow: argoWorkflowFixture(),
    nodes: [
      argoNodeFixture({
        id: 'shop-build-118',
        name: 'shop-build-118',
        displayName: 'shop-build-118',
        type: 'DAG',
        boundaryID: undefined,
        startedAt: '2026-11-20T09:50:02Z',
        finishedAt: '2026-11-20T09:58:18Z',
        children: ['shop-build-118-checkout'],
      }),
      argoNodeFixture({
        displayName: 'checkout',
        startedAt: '2026-11-20T09:50:02Z',
        finishedAt: '2026-11-20T09:50:36Z',
        children: ['shop-build-118-build'],
      }),
      argoNodeFixture({ children: ['shop-build-118-publish'] }),
      argoNodeFixture({
        displayName: 'publish',
        startedAt: '2026-11-20T09:56:01Z',
        finishedAt: '2026-11-20T09:58:18Z',
      }),
    ],
    ...overrides,
  };
}
