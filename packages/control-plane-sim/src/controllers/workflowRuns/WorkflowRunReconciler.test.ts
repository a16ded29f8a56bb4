import { JsonObject, objectAt } from '../../objects/json';
import { listAt } from '../fields';
import { TunnelAddress } from '../gateway/addresses';
import { ApiError } from '../kubernetes/ApiError';
import { FakeApi } from './testUtils/FakeApi';
import { WorkflowRunReconciler } from './WorkflowRunReconciler';
import { cel } from './render/cel';

const ROOT = '/apis/openchoreo.dev/v1alpha1';
const ACME = `${ROOT}/namespaces/acme`;
const ARGO = '/apis/argoproj.io/v1alpha1/namespaces/workflows-acme/workflows';
const NOW = Date.parse('2026-11-25T12:00:00Z');
const LABELS = {
  'openchoreo.dev/project': 'shop',
  'openchoreo.dev/component': 'cart',
};
const REFERENCE = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  name: 'build-1',
  namespace: 'workflows-acme',
};
const PENDING = {
  type: 'WorkflowCompleted',
  status: 'False',
  reason: 'WorkflowPending',
  message: 'Workflow has not completed yet',
  lastTransitionTime: '2026-11-25T11:00:00Z',
  observedGeneration: 1,
};

const RUN_TEMPLATE = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: {
    name: cel('metadata.workflowRunName'),
    namespace: cel('metadata.namespace'),
  },
  spec: { serviceAccountName: 'workflow-sa', entrypoint: 'main' },
};

function workflow(spec: JsonObject = {}): JsonObject {
  return {
    spec: {
      workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'default' },
      runTemplate: RUN_TEMPLATE,
      ...spec,
    },
  };
}

function component(spec: JsonObject = {}): JsonObject {
  return {
    metadata: { name: 'cart' },
    spec: {
      owner: { projectName: 'shop' },
      componentType: {
        kind: 'ClusterComponentType',
        name: 'deployment/service',
      },
      ...spec,
    },
  };
}

function componentType(...allowedWorkflows: string[]): JsonObject {
  return {
    metadata: { name: 'service' },
    spec: {
      allowedWorkflows: allowedWorkflows.map(name => ({
        kind: 'ClusterWorkflow',
        name,
      })),
    },
  };
}

function run(
  status: JsonObject = {},
  {
    spec = {},
    metadata = {},
  }: { spec?: JsonObject; metadata?: JsonObject } = {},
): JsonObject {
  return {
    metadata: {
      name: 'build-1',
      namespace: 'acme',
      generation: 1,
      resourceVersion: '7',
      finalizers: ['openchoreo.dev/workflowrun-cleanup'],
      ...metadata,
    },
    spec: { workflow: { kind: 'ClusterWorkflow', name: 'build' }, ...spec },
    status: { conditions: [PENDING], ...status },
  };
}

describe('WorkflowRunReconciler', () => {
  let api: FakeApi;
  let cluster: FakeApi;
  let opened: TunnelAddress[];
  let reconciler: WorkflowRunReconciler;

  beforeEach(() => {
    api = new FakeApi({
      [`${ROOT}/clusterworkflows/build`]: workflow(),
      [`${ROOT}/clusterworkflowplanes/default`]: {
        spec: { planeID: 'shared', secretStoreRef: { name: 'vault' } },
      },
    });
    cluster = new FakeApi();
    opened = [];
    reconciler = new WorkflowRunReconciler({
      client: api,
      tunnels: {
        open: plane => {
          opened.push(plane);
          return cluster;
        },
      },
      timing: { now: () => NOW, after: () => () => {} },
      intervals: {
        syncMs: 20_000,
        pendingMs: 1_000,
        planeNotFoundMs: 60_000,
        resolutionFailedMs: 30_000,
        maxPauseMs: 60_000,
      },
    });
  });

  /** What is written to the status, as a table: type, status, reason and message of each condition. */
  async function conditionsAfter(object: JsonObject): Promise<string[]> {
    const { write } = await reconciler.reconcile(object);
    const patch = write && 'patch' in write ? { ...write.patch } : {};
    const status = objectAt(patch as JsonObject, 'status');
    return listAt(status, 'conditions').map(condition => {
      const { type, status: value, reason, message } = condition as JsonObject;
      return `${type} ${value} ${reason}: ${message}`;
    });
  }

  function argo(phase: string | undefined, nodes: JsonObject = {}): void {
    cluster.objects.set(`${ARGO}/build-1`, { status: { phase, nodes } });
  }

  const COMPLETED =
    'WorkflowRunning False WorkflowRunning: Argo Workflow running has completed';

  it.each([
    [
      'Running',
      [
        'WorkflowCompleted False WorkflowPending: Workflow has not completed yet',
        'WorkflowRunning True WorkflowRunning: Argo Workflow is running',
      ],
    ],
    [
      'Succeeded',
      [
        'WorkflowCompleted True WorkflowSucceeded: Workflow has completed successfully',
        COMPLETED,
        'WorkflowSucceeded True WorkflowSucceeded: Workflow completed successfully',
      ],
    ],
    [
      'Failed',
      [
        'WorkflowCompleted True WorkflowFailed: Workflow has completed with failure',
        COMPLETED,
        'WorkflowFailed True WorkflowFailed: Workflow execution failed',
      ],
    ],
    [
      'Error',
      [
        'WorkflowCompleted True WorkflowFailed: Workflow has completed with failure',
        COMPLETED,
        'WorkflowFailed True WorkflowFailed: Workflow execution failed',
      ],
    ],
  ])('says so when the Argo workflow is %s', async (phase, conditions) => {
    argo(phase);
    expect(await conditionsAfter(run({ runReference: REFERENCE }))).toEqual(
      conditions,
    );
  });

  it('says the same of a workflow that does not exist and of an Argo workflow that is gone', async () => {
    const conditions = [
      'WorkflowCompleted True WorkflowFailed: Workflow is not found in the cluster',
      'WorkflowRunning False WorkflowRunning: Workflow is not found in the cluster',
      'WorkflowFailed True WorkflowFailed: Workflow is not found in the cluster',
    ];
    expect(await conditionsAfter(run({ runReference: REFERENCE }))).toEqual(
      conditions,
    );
    api.objects.delete(`${ROOT}/clusterworkflows/build`);
    expect(await conditionsAfter(run())).toEqual(conditions);
  });

  it('waits for a plane that does not exist, and for an API that does not answer', async () => {
    api.objects.delete(`${ROOT}/clusterworkflowplanes/default`);
    const missing = {
      ...PENDING,
      reason: 'WorkflowPlaneNotFound',
      message:
        'No workflow plane found for the workflow associated with this workflow run',
    };
    expect(await conditionsAfter(run())).toEqual([
      `WorkflowCompleted False ${missing.reason}: ${missing.message}`,
    ]);
    expect(await reconciler.reconcile(run({ conditions: [missing] }))).toEqual({
      again: 60_000,
    });
    api.failure = new ApiError(503, 'ServiceUnavailable', 'try again');
    expect(await conditionsAfter(run())).toEqual([
      'WorkflowCompleted False WorkflowResolutionFailed: Failed to resolve workflow: try again',
    ]);
  });

  it.each<[string, Record<string, string>, Record<string, JsonObject>, string]>(
    [
      [
        'one label of two',
        { 'openchoreo.dev/project': 'shop' },
        {},
        'component workflow run must have both openchoreo.dev/project and openchoreo.dev/component labels',
      ],
      ['no such component', LABELS, {}, 'component "cart" not found'],
      [
        'a component of another project',
        LABELS,
        {
          [`${ACME}/components/cart`]: component({
            owner: { projectName: 'web' },
          }),
        },
        'workflow run project label "shop" does not match component "cart" owner project "web"',
      ],
      [
        'no such component type',
        LABELS,
        { [`${ACME}/components/cart`]: component() },
        'component type "deployment/service" not found for component "cart"',
      ],
      [
        'a type that allows nothing',
        LABELS,
        {
          [`${ACME}/components/cart`]: component(),
          [`${ROOT}/clustercomponenttypes/service`]: componentType(),
        },
        'no workflows are allowed by component type "service", but workflow run references workflow ClusterWorkflow/build',
      ],
      [
        'a type that allows others',
        LABELS,
        {
          [`${ACME}/components/cart`]: component(),
          [`${ROOT}/clustercomponenttypes/service`]: componentType('a', 'b'),
        },
        'workflow ClusterWorkflow/build is not allowed for component type "service"; allowed: [ClusterWorkflow/a, ClusterWorkflow/b]',
      ],
      [
        'a component with another workflow',
        LABELS,
        {
          [`${ACME}/components/cart`]: component({
            workflow: { kind: 'ClusterWorkflow', name: 'other' },
          }),
          [`${ROOT}/clustercomponenttypes/service`]: componentType('build'),
        },
        'workflow run references workflow ClusterWorkflow/build but component "cart" is configured with workflow ClusterWorkflow/other',
      ],
    ],
  )('refuses a run with %s', async (_what, labels, objects, message) => {
    for (const [path, object] of Object.entries(objects)) {
      api.objects.set(path, object);
    }
    expect(await conditionsAfter(run({}, { metadata: { labels } }))).toEqual([
      `WorkflowCompleted True ComponentValidationFailed: ${message}`,
      `WorkflowRunning False WorkflowRunning: ${message}`,
      `WorkflowFailed True ComponentValidationFailed: ${message}`,
    ]);
  });

  it('submits a run of a component that may have it, or whose kind is not served', async () => {
    const labelled = run({}, { metadata: { labels: LABELS } });
    api.unserved.add('components');
    expect(await reconciler.reconcile(labelled)).toMatchObject({
      write: { patch: { status: { runReference: REFERENCE } } },
    });
    api.unserved.clear();
    api.objects.set(`${ACME}/components/cart`, component());
    api.objects.set(
      `${ROOT}/clustercomponenttypes/service`,
      componentType('build'),
    );
    expect(await reconciler.reconcile(labelled)).toMatchObject({
      write: { patch: { status: { runReference: REFERENCE } } },
    });
  });

  it('creates what a run needs on its plane, and marks what belongs to it', async () => {
    await reconciler.reconcile(run());
    expect(opened).toEqual([
      {
        planeType: 'workflowplane',
        planeID: 'shared',
        namespace: undefined,
        name: 'default',
      },
    ]);
    const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/workflows-acme';
    expect([...cluster.objects.keys()]).toEqual([
      '/api/v1/namespaces/workflows-acme',
      '/api/v1/namespaces/workflows-acme/serviceaccounts/workflow-sa',
      `${rbac}/roles/workflow-sa-role`,
      `${rbac}/rolebindings/workflow-sa-role-binding`,
      `${ARGO}/build-1`,
    ]);
    expect(cluster.objects.get(`${ARGO}/build-1`)).toEqual({
      ...RUN_TEMPLATE,
      metadata: {
        name: 'build-1',
        namespace: 'workflows-acme',
        labels: {
          'openchoreo.dev/workflowrun': 'build-1',
          'openchoreo.dev/workflowrun-namespace': 'acme',
          'openchoreo.dev/managed-by': 'workflowrun-controller',
        },
      },
    });
  });

  it.each<
    [string, JsonObject, Record<string, JsonObject>, TunnelAddress, string]
  >([
    [
      'a plane of the namespace',
      { workflowPlaneRef: { kind: 'WorkflowPlane', name: 'own' } },
      { [`${ACME}/workflowplanes/own`]: {} },
      {
        planeType: 'workflowplane',
        planeID: 'own',
        namespace: 'acme',
        name: 'own',
      },
      'workflows-acme',
    ],
    [
      'the default of the namespace',
      { workflowPlaneRef: undefined },
      { [`${ACME}/workflowplanes/default`]: {} },
      {
        planeType: 'workflowplane',
        planeID: 'default',
        namespace: 'acme',
        name: 'default',
      },
      'workflows-acme',
    ],
    [
      'the default of all',
      { workflowPlaneRef: undefined },
      {},
      {
        planeType: 'workflowplane',
        planeID: 'shared',
        namespace: undefined,
        name: 'default',
      },
      'workflows-acme',
    ],
    [
      'a build plane of before 1.0',
      {
        workflowPlaneRef: undefined,
        buildPlaneRef: { kind: 'ClusterBuildPlane', name: 'old' },
      },
      { [`${ROOT}/clusterbuildplanes/old`]: { spec: { planeID: 'o' } } },
      {
        planeType: 'buildplane',
        planeID: 'o',
        namespace: undefined,
        name: 'old',
      },
      'openchoreo-ci-acme',
    ],
  ])('submits to %s', async (_what, spec, objects, plane, namespace) => {
    api.objects.set(`${ROOT}/clusterworkflows/build`, workflow(spec));
    for (const [path, object] of Object.entries(objects)) {
      api.objects.set(path, object);
    }
    await reconciler.reconcile(run());
    expect(opened).toEqual([plane]);
    expect([...cluster.objects.keys()]).toContain(
      `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/workflows/build-1`,
    );
  });

  it('reads tasks from pods alone, by step, and again after 20 seconds', async () => {
    argo('Running', {
      c: {
        type: 'Pod',
        name: 'w[1].unit',
        displayName: 'unit',
        phase: 'Running',
        startedAt: 'b',
        finishedAt: null,
      },
      a: {
        type: 'StepGroup',
        name: 'w[0]',
        displayName: '[0]',
        phase: 'Succeeded',
      },
      b: {
        type: 'Pod',
        name: 'w[0].checkout',
        displayName: 'checkout',
        phase: 'Succeeded',
        startedAt: 'a',
        finishedAt: 'b',
      },
      d: {
        type: 'Pod',
        name: 'w.dag-task',
        displayName: 'dag-task',
        phase: 'Failed',
        message: 'no',
      },
    });
    const running = [
      PENDING,
      {
        type: 'WorkflowRunning',
        status: 'True',
        reason: 'WorkflowRunning',
        message: 'Argo Workflow is running',
        lastTransitionTime: '2026-11-25T11:00:00Z',
        observedGeneration: 1,
      },
    ];
    const before = run({ runReference: REFERENCE, conditions: running });
    const tasks = [
      { name: 'dag-task', phase: 'Failed', message: 'no' },
      {
        name: 'checkout',
        phase: 'Succeeded',
        startedAt: 'a',
        completedAt: 'b',
      },
      { name: 'unit', phase: 'Running', startedAt: 'b' },
    ];
    const { write } = await reconciler.reconcile(before);
    expect(JSON.parse(JSON.stringify(write))).toMatchObject({
      path: `${ACME}/workflowruns/build-1/status`,
      patch: { status: { tasks } },
    });
    expect(
      await reconciler.reconcile(
        run({ runReference: REFERENCE, conditions: running, tasks }),
      ),
    ).toEqual({ again: 20_000 });
  });

  it('takes the tasks away when Argo begins to compress its nodes', async () => {
    cluster.objects.set(`${ARGO}/build-1`, {
      status: { phase: 'Running', compressedNodes: 'H4sI' },
    });
    const tasks = [{ name: 'one', phase: 'Running' }];
    expect(
      await reconciler.reconcile(run({ runReference: REFERENCE, tasks })),
    ).toMatchObject({ write: { patch: { status: { tasks: null } } } });
  });

  it('keeps a run for as long as it is to live, then deletes it', async () => {
    const completed = { ...PENDING, status: 'True', reason: 'WorkflowFailed' };
    const ended = (ttlAfterCompletion?: string, completedAt?: string) =>
      run(
        { conditions: [completed], completedAt },
        { spec: { ttlAfterCompletion } },
      );
    expect(await reconciler.reconcile(ended('1d'))).toMatchObject({
      write: { patch: { status: { completedAt: '2026-11-25T12:00:00Z' } } },
    });
    expect(
      await reconciler.reconcile(ended('1d12h', '2026-11-24T00:30:00Z')),
    ).toEqual({ again: 30 * 60_000 + 1 });
    expect(
      await reconciler.reconcile(ended('1d12h', '2026-11-23T23:59:59Z')),
    ).toEqual({
      write: { path: `${ACME}/workflowruns/build-1`, remove: true },
    });
    expect(
      await reconciler.reconcile(ended('90d', '2026-11-23T23:59:59Z')),
    ).toEqual({ again: 86_400_000 });
    for (const ttl of [undefined, 'soon']) {
      expect(
        await reconciler.reconcile(ended(ttl, '2020-01-01T00:00:00Z')),
      ).toEqual({});
    }
  });

  describe('when a run is deleted', () => {
    const secret = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      name: 'push',
      namespace: 'workflows-acme',
    };
    const secretPath =
      '/apis/external-secrets.io/v1/namespaces/workflows-acme/externalsecrets/push';
    const deleted = run(
      { runReference: REFERENCE, resources: [secret] },
      { metadata: { deletionTimestamp: '2026-11-25T12:00:00Z' } },
    );
    const letGo = { write: { patch: { metadata: { finalizers: [] } } } };

    beforeEach(() => {
      argo('Succeeded');
      cluster.objects.set(secretPath, {});
    });

    it('deletes what was created for it', async () => {
      expect(await reconciler.reconcile(deleted)).toMatchObject(letGo);
      expect([...cluster.objects.keys()]).toEqual([]);
      expect(await reconciler.reconcile(deleted)).toMatchObject(letGo);
    });

    it('waits for a plane that is offline', async () => {
      cluster.failure = new ApiError(502, 'Unknown', 'no agents found');
      await expect(reconciler.reconcile(deleted)).rejects.toThrow(
        'no agents found',
      );
    });

    it.each([
      `${ROOT}/clusterworkflows/build`,
      `${ROOT}/clusterworkflowplanes/default`,
    ])('leaves it orphaned where %s is gone', async path => {
      api.objects.delete(path);
      expect(await reconciler.reconcile(deleted)).toMatchObject(letGo);
      expect([...cluster.objects.keys()]).toContain(`${ARGO}/build-1`);
    });
  });
});
