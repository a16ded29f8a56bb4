import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  rerunResponseSchema,
  type RunSourceStatus,
  type RunsResponse,
  runsResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  type KubernetesObject,
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';
import { workflowRunsPlugin } from '../plugin';

jest.setTimeout(120_000);

const RUNS = '/api/workflow-runs/runs';
const API_VERSION = 'openchoreo.dev/v1alpha1';
const clientCA = {
  secretKeyRef: { name: 'ca', key: 'ca.crt', namespace: 'x' },
};

interface Generation {
  readonly release: string;
  readonly plane: { readonly kind: string; readonly spec: object };
  readonly workflow: KubernetesObject;
  readonly spec: object;
  /** Of Build, which this release serves or not. */
  readonly builds: RunSourceStatus['state'];
}

const GENERATIONS: Generation[] = [
  {
    release: 'v1.2.0',
    builds: 'absent',
    plane: {
      kind: 'ClusterWorkflowPlane',
      spec: { planeID: 'builds', clusterAgent: { clientCA } },
    },
    workflow: {
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflow',
      metadata: { name: 'docker' },
      spec: {
        runTemplate: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' },
        workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'builds' },
      },
    },
    spec: {
      workflow: {
        kind: 'ClusterWorkflow',
        name: 'docker',
        parameters: { branch: 'main', password: 'hunter2' },
      },
    },
  },
  {
    release: 'v0.17.0',
    builds: 'live',
    plane: {
      kind: 'ClusterBuildPlane',
      spec: {
        planeID: 'builds',
        clusterAgent: { clientCA: { secretRef: clientCA.secretKeyRef } },
      },
    },
    workflow: {
      apiVersion: API_VERSION,
      kind: 'Workflow',
      metadata: { name: 'docker', namespace: 'acme' },
      spec: {
        runTemplate: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' },
        buildPlaneRef: { kind: 'ClusterBuildPlane', name: 'builds' },
      },
    },
    spec: {
      workflow: {
        name: 'docker',
        parameters: { branch: 'main', password: 'hunter2' },
      },
    },
  },
];

function startBackend({ kubeconfigFile }: TestControlPlane) {
  const kubeconfig = { file: kubeconfigFile };
  const controlPlanes = [{ name: 'default', kubeconfig }];
  return startTestBackend({
    features: [
      workflowRunsPlugin,
      mockServices.rootConfig.factory({
        data: { openchoreo: { controlPlanes } },
      }),
    ],
  });
}

type Backend = Awaited<ReturnType<typeof startBackend>>;

async function list(backend: Backend): Promise<RunsResponse> {
  const { status, body } = await request(backend.server).get(RUNS);
  expect(status).toBe(200);
  return runsResponseSchema.parse(body);
}

/** Asks again until the answer is as it should be. */
async function untilListed(
  backend: Backend,
  condition: (answer: RunsResponse) => boolean,
): Promise<RunsResponse> {
  for (;;) {
    const answer = await list(backend);
    if (condition(answer)) {
      return answer;
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}

describe.each(GENERATIONS)(
  'runs of OpenChoreo $release',
  ({ release, plane, workflow, spec, builds }) => {
    let controlPlane: TestControlPlane;
    let backend: Backend;

    beforeAll(async () => {
      controlPlane = await startTestControlPlane({ releases: [release] });
      const { client } = controlPlane;
      await client.createNamespace('acme');
      await client.create({
        apiVersion: API_VERSION,
        metadata: { name: 'builds' },
        ...plane,
      });
      await client.create(workflow);
      backend = await startBackend(controlPlane);
    });

    afterAll(async () => {
      await backend?.stop();
      await controlPlane?.stop();
    });

    afterEach(async () => {
      controlPlane.faults.clear();
      const runs = await controlPlane.client.list('workflowruns');
      for (const { metadata } of runs) {
        await controlPlane.client.delete(keyOf(metadata.name));
      }
    });

    function keyOf(name: string) {
      return { plural: 'workflowruns', namespace: 'acme', name };
    }

    function create(name: string) {
      return controlPlane.client.create({
        apiVersion: API_VERSION,
        kind: 'WorkflowRun',
        metadata: {
          name,
          namespace: 'acme',
          labels: {
            'openchoreo.dev/project': 'shop',
            'openchoreo.dev/component': 'cart',
          },
        },
        spec,
      });
    }

    function until(condition: (answer: RunsResponse) => boolean) {
      return untilListed(backend, condition);
    }

    function sourceOf(
      sources: readonly RunSourceStatus[],
      kind: RunSourceStatus['kind'],
    ) {
      return sources.find(source => source.kind === kind)?.state;
    }

    it('follows runs from their creation to their end', async () => {
      await create('cart-1');
      const { items, sources } = await until(
        answer =>
          answer.items.length === 1 &&
          answer.items[0].plane?.uid !== undefined &&
          sourceOf(answer.sources, 'Build') === builds,
      );
      expect(items).toMatchObject([
        {
          ref: { kind: 'WorkflowRun', namespace: 'acme', name: 'cart-1' },
          phase: 'Pending',
          project: 'shop',
          component: 'cart',
          source: { branch: 'main' },
          plane: { kind: plane.kind, name: 'builds' },
        },
      ]);
      expect(sources).toMatchObject([
        { kind: 'WorkflowRun', state: 'live' },
        { kind: 'ComponentWorkflowRun', state: 'absent' },
        { kind: 'Build', state: builds },
      ]);
      const lastTransitionTime = '2026-11-21T10:05:00Z';
      const condition = (type: string, status: string) => ({
        type,
        status,
        reason: type,
        message: 'It is so',
        lastTransitionTime,
      });
      await controlPlane.client.patch(
        keyOf('cart-1'),
        {
          status: {
            startedAt: '2026-11-21T10:00:00Z',
            completedAt: lastTransitionTime,
            conditions: [
              condition('WorkflowFailed', 'True'),
              condition('WorkflowCompleted', 'True'),
            ],
            tasks: [{ name: 'build', phase: 'Failed', message: 'exit 1' }],
          },
        },
        { subresource: 'status' },
      );
      const ended = await until(answer => answer.items[0]?.phase === 'Failed');
      expect(ended.items[0]).toMatchObject({
        failedTask: 'build',
        explanation: { code: 'task-failed' },
      });
      await controlPlane.client.delete(keyOf('cart-1'));
      await until(answer => answer.items.length === 0);
    });

    it('runs again with another branch and the same secret', async () => {
      const { metadata } = await create('cart-1');
      await until(answer => answer.items.length === 1);
      const { status, body } = await request(backend.server)
        .post(`${RUNS}/${metadata.uid}/rerun`)
        .send({ parameters: { branch: 'fix' } });
      expect(status).toBe(201);
      const { uid, ref } = rerunResponseSchema.parse(body);
      const written = await controlPlane.client.get(keyOf(ref.name));
      expect(written).toMatchObject({
        metadata: {
          uid,
          labels: {
            'openchoreo.dev/project': 'shop',
            'openchoreo.dev/component': 'cart',
          },
          annotations: {
            'openchoreo-planes.dev/rerun-of': 'cart-1',
            'openchoreo-planes.dev/triggered-by': 'user:default/mock',
          },
        },
        spec: {
          workflow: {
            name: 'docker',
            parameters: { branch: 'fix', password: 'hunter2' },
          },
        },
      });
      // Whoever is sent to the new run finds it.
      const found = await request(backend.server).get(`${RUNS}/${uid}`);
      expect(found.status).toBe(200);
      expect(found.body.item.trigger).toEqual({
        user: 'user:default/mock',
        rerunOf: 'cart-1',
      });
    });

    it('keeps runs that cannot be verified, and says what is wrong', async () => {
      await create('cart-1');
      await until(answer => answer.items.length === 1);
      controlPlane.faults.fail({ plural: 'workflowruns' }, 403);
      controlPlane.faults.dropWatches();
      const { items, sources } = await until(
        answer => sourceOf(answer.sources, 'WorkflowRun') === 'forbidden',
      );
      expect(items).toMatchObject([
        { ref: { name: 'cart-1' }, sourceState: 'forbidden' },
      ]);
      expect(sources[0].error).toMatch(/does not allow it/);
      const refused = await request(backend.server).post(
        `${RUNS}/${items[0].uid}/rerun`,
      );
      expect(refused.status).toBe(503);
      expect(refused.body.error.message).toContain('rbac-workflow-runs.yaml');
      controlPlane.faults.clear();
      await until(answer => sourceOf(answer.sources, 'WorkflowRun') === 'live');
    });

    it('skips what is no run, and keeps the rest', async () => {
      await create('good');
      await until(answer => answer.items.length === 1);
      controlPlane.faults.inject('workflowruns', {
        kind: 'WorkflowRun',
        metadata: 'none',
      });
      controlPlane.faults.inject('workflowruns', 7);
      controlPlane.faults.dropWatches();
      await create('better');
      await until(answer => answer.items.length === 2);
    });
  },
);

describe('what runs were in OpenChoreo v0.14.0', () => {
  const owner = { projectName: 'shop', componentName: 'cart' };
  const repository = {
    url: 'https://git.example/shop',
    revision: { branch: 'main' },
  };
  const LEGACY = [
    {
      kind: 'Build',
      plural: 'builds',
      spec: {
        owner,
        repository,
        templateRef: { engine: 'argo', name: 'docker' },
      },
      path: 'repository.revision.branch',
      changed: { repository: { ...repository, revision: { branch: 'fix' } } },
    },
    {
      kind: 'ComponentWorkflowRun',
      plural: 'componentworkflowruns',
      spec: {
        owner,
        workflow: {
          name: 'docker',
          systemParameters: { repository },
          parameters: { context: '/' },
        },
      },
      path: 'systemParameters.repository.revision.branch',
      changed: {
        workflow: {
          systemParameters: {
            repository: { ...repository, revision: { branch: 'fix' } },
          },
          parameters: { context: '/' },
        },
      },
    },
  ];
  let controlPlane: TestControlPlane;
  let backend: Backend;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane({ releases: ['v0.14.0'] });
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.create({
      apiVersion: API_VERSION,
      kind: 'BuildPlane',
      metadata: { name: 'default', namespace: 'acme' },
      spec: { planeID: 'builds', clusterAgent: { clientCA: {} } },
    });
    backend = await startBackend(controlPlane);
  });

  afterAll(async () => {
    await backend?.stop();
    await controlPlane?.stop();
  });

  it.each(LEGACY)(
    'is followed, and run again in its own shape: $kind',
    async ({ kind, plural, spec, path, changed }) => {
      const { metadata } = await controlPlane.client.create({
        apiVersion: API_VERSION,
        kind,
        metadata: { name: `${plural}-1`, namespace: 'acme' },
        spec,
      });
      const isListed = ({ items }: RunsResponse) =>
        items.some(({ uid, plane }) => uid === metadata.uid && plane?.uid);
      const { items } = await untilListed(backend, isListed);
      expect(items.find(({ uid }) => uid === metadata.uid)).toMatchObject({
        ref: { kind },
        phase: 'Pending',
        project: 'shop',
        component: 'cart',
        source: { branch: 'main' },
        plane: { kind: 'BuildPlane', namespace: 'acme', name: 'default' },
      });
      const { status, body } = await request(backend.server)
        .post(`${RUNS}/${metadata.uid}/rerun`)
        .send({ parameters: { [path]: 'fix' } });
      expect(status).toBe(201);
      const { ref } = rerunResponseSchema.parse(body);
      const key = { plural, namespace: 'acme', name: ref.name };
      expect(await controlPlane.client.get(key)).toMatchObject({
        kind,
        spec: { owner, ...changed },
      });
    },
  );
});
