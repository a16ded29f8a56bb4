import {
  runBaselineSchema,
  runResponseSchema,
  runsResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runManifest } from '../__testUtils__/runs';
import { conditional, RunsTestBackend } from '../__testUtils__/RunsTestBackend';

const RUNS = '/api/workflow-runs/runs';
const READ = 'openchoreo.workflow-run.read';

const condition = (type: string, status: string, reason: string) => ({
  type,
  status,
  reason,
  message: '',
  lastTransitionTime: '2026-11-21T10:05:00Z',
});

const cart = runManifest({
  name: 'cart-1',
  project: 'shop',
  component: 'cart',
  createdAt: '2026-11-21T10:00:00Z',
  annotations: {
    'openchoreo-planes.dev/triggered-by': 'user:default/mira',
    'openchoreo-planes.dev/rerun-of': 'cart-0',
  },
  spec: {
    ttlAfterCompletion: '1d',
    workflow: {
      kind: 'ClusterWorkflow',
      name: 'docker',
      parameters: {
        repository: {
          url: 'https://git.example/shop',
          revision: { branch: 'main' },
        },
        registryPassword: 'hunter2',
      },
    },
  },
  status: {
    startedAt: '2026-11-21T10:00:01Z',
    completedAt: '2026-11-21T10:05:00Z',
    conditions: [
      condition('WorkflowFailed', 'True', 'WorkflowFailed'),
      condition('WorkflowCompleted', 'True', 'WorkflowFailed'),
    ],
    runReference: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name: 'cart-1',
      namespace: 'workflows-acme',
    },
    tasks: Array.from({ length: 50 }, (_, index) => ({
      name: `task-${index}`,
      phase: index === 3 ? 'Failed' : 'Succeeded',
      startedAt: new Date(Date.UTC(2026, 10, 21, 10, 0, index)).toISOString(),
    })),
  },
});

const report = runManifest({
  name: 'report-1',
  namespace: 'globex',
  createdAt: '2026-11-21T11:00:00Z',
  spec: { workflow: { kind: 'Workflow', name: 'report' } },
});

describe('the runs API', () => {
  let backend: RunsTestBackend;
  let server: Awaited<ReturnType<RunsTestBackend['start']>>;

  beforeAll(async () => {
    backend = new RunsTestBackend();
    backend.planes.listAll([
      {
        kind: 'ClusterWorkflowPlane',
        metadata: {
          name: 'default',
          uid: 'plane-uid',
          annotations: { 'openchoreo.dev/display-name': 'Builds' },
        },
        spec: { planeID: 'default', clusterAgent: { clientCA: {} } },
      },
    ]);
    const [{ ref }] = backend.planes.snapshot().planes;
    backend.planes.setLiveness(ref, {
      asOf: '2026-11-21T12:00:00Z',
      connected: true,
      connectedAgents: 1,
    });
    backend.watcher.list(
      ['ClusterWorkflow'],
      [{ kind: 'ClusterWorkflow', metadata: { name: 'docker' } }],
    );
    server = await backend.start();
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    backend.decisions.clear();
    backend.hiddenPlanes.clear();
    backend.watcher.list(['WorkflowRun'], [cart, report]);
    backend.watcher.list(['Build'], []);
  });

  async function list(query = '') {
    const { status, body } = await server.get(`${RUNS}${query}`);
    expect(status).toBe(200);
    return runsResponseSchema.parse(body);
  }

  async function view(uid: string) {
    const { status, body } = await server.get(`${RUNS}/${uid}`);
    expect(status).toBe(200);
    return runResponseSchema.parse(body).item;
  }

  describe('GET /runs', () => {
    it('lists every run with what a row shows, the latest first, and counts them', async () => {
      const { items, totalItems, counts, sources } = await list();
      expect(items.map(({ uid }) => uid)).toEqual([
        'report-1-uid',
        'cart-1-uid',
      ]);
      expect(items[1]).toMatchObject({
        ref: {
          controlPlane: 'default',
          kind: 'WorkflowRun',
          namespace: 'acme',
          name: 'cart-1',
        },
        phase: 'Failed',
        workflow: { kind: 'ClusterWorkflow', name: 'docker' },
        project: 'shop',
        component: 'cart',
        trigger: { user: 'user:default/mira', rerunOf: 'cart-0' },
        source: { repository: 'https://git.example/shop', branch: 'main' },
        plane: {
          entityRef: 'resource:default/cluster-workflow-plane-default',
          uid: 'plane-uid',
          kind: 'ClusterWorkflowPlane',
          name: 'default',
          title: 'Builds',
          connected: true,
        },
        createdAt: '2026-11-21T10:00:00Z',
        startedAt: '2026-11-21T10:00:01Z',
        completedAt: '2026-11-21T10:05:00Z',
        explanation: {
          code: 'task-failed',
          message: expect.stringContaining('task-3'),
        },
        failedTask: 'task-3',
        taskCount: 50,
        sourceState: 'live',
      });
      expect(items[0]).toMatchObject({
        explanation: { code: 'not-created', severity: 'warning' },
        taskCount: 0,
      });
      expect(items[1].tasks).toHaveLength(40);
      expect(JSON.stringify(items)).not.toContain('hunter2');
      expect(totalItems).toBe(2);
      expect(counts).toEqual({
        all: 2,
        phases: { Failed: 1, Pending: 1 },
        workflows: { 'ClusterWorkflow/docker': 1, 'Workflow/report': 1 },
        namespaces: { acme: 1, globex: 1 },
      });
      expect(sources.map(({ kind, state }) => [kind, state])).toEqual([
        ['WorkflowRun', 'live'],
        ['ComponentWorkflowRun', 'live'],
        ['Build', 'live'],
      ]);
    });

    it('filters, and gives one page after the other', async () => {
      const uids = async (query: string) =>
        (await list(query)).items.map(({ uid }) => uid);
      expect(await uids('?component=cart')).toEqual(['cart-1-uid']);
      expect(await uids('?plane=plane-uid')).toEqual(['cart-1-uid']);
      expect(await uids('?phase=Pending,Running')).toEqual(['report-1-uid']);
      expect(await uids('?workflow=docker&text=main')).toEqual(['cart-1-uid']);
      const first = await list('?limit=1');
      expect(first.totalItems).toBe(2);
      const cursor = encodeURIComponent(first.pageInfo.nextCursor ?? '');
      const second = await list(`?limit=1&cursor=${cursor}`);
      expect(second.items.map(({ uid }) => uid)).toEqual(['cart-1-uid']);
      expect(second.pageInfo.nextCursor).toBeUndefined();
    });

    it.each([
      ['?phase=Odd', 'phase'],
      ['?limit=0', 'limit'],
      ['?sort=colour', 'sort'],
      ['?cursor=nonsense', 'cursor'],
      ['?from=yesterday', 'from'],
    ])('refuses %s and names the parameter', async (query, parameter) => {
      const { status, body } = await server.get(`${RUNS}${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(`'${parameter}'`);
    });

    it.each([
      ['IN_NAMESPACE', { namespaces: ['acme'] }, ['cart-1-uid']],
      ['OF_PROJECT', { projects: ['shop'] }, ['cart-1-uid']],
      ['OF_PROJECT', { projects: ['acme/shop'] }, ['cart-1-uid']],
      ['OF_PROJECT', { projects: ['globex/shop'] }, []],
      ['OF_COMPONENT', { components: ['cart'] }, ['cart-1-uid']],
      ['OF_WORKFLOW', { workflows: ['report'] }, ['report-1-uid']],
      ['OF_WORKFLOW', { workflows: ['ClusterWorkflow/report'] }, []],
    ])(
      'shows and counts only what the condition %s %j admits',
      async (rule, params, uids) => {
        backend.decisions.set(READ, conditional(rule, params));
        const { items, totalItems, counts } = await list();
        expect(items.map(({ uid }) => uid)).toEqual(uids);
        expect(totalItems).toBe(uids.length);
        expect(counts.all).toBe(uids.length);
        const byNamespace = Object.values(counts.namespaces);
        expect(byNamespace.reduce((sum, count) => sum + count, 0)).toBe(
          uids.length,
        );
      },
    );

    it('names a plane that the caller may not see, without a link to it', async () => {
      backend.hiddenPlanes.add('plane-uid');
      const { items } = await list('?component=cart');
      expect(items[0].plane).toEqual({
        kind: 'ClusterWorkflowPlane',
        name: 'default',
        title: 'Builds',
        uid: 'plane-uid',
        connected: true,
      });
    });

    it('names a plane that should be there, and is not', async () => {
      const workflowPlaneRef = { kind: 'ClusterWorkflowPlane', name: 'gone' };
      const workflow = {
        kind: 'ClusterWorkflow',
        metadata: { name: 'lost' },
        spec: { workflowPlaneRef },
      };
      backend.watcher.put(workflow);
      const spec = { workflow: { kind: 'ClusterWorkflow', name: 'lost' } };
      const conditions = [condition('WorkflowCompleted', 'False', 'Pending')];
      const status = { conditions };
      backend.watcher.put(runManifest({ name: 'lost-1', spec, status }));
      const { items } = await list('?workflow=lost');
      expect(items).toMatchObject([
        {
          plane: { kind: 'ClusterWorkflowPlane', name: 'gone', title: 'gone' },
          explanation: { code: 'plane-not-found' },
        },
      ]);
      expect(items[0].plane).not.toHaveProperty('entityRef');

      backend.planes.setState('ClusterWorkflowPlane', { state: 'forbidden' });
      // What was once listed counts as known, however long ago.
      const { items: stale } = await list('?workflow=lost');
      expect(stale[0].explanation?.code).toBe('plane-not-found');
    });

    it('says that runs are unverified, and since when, while their source is stale', async () => {
      const trouble = {
        state: 'stale',
        since: '2026-11-21T11:00:00.000Z',
        error: 'The API server refuses connections',
      } as const;
      backend.watcher.setState('WorkflowRun', trouble);
      const { items, sources } = await list();
      expect(items.map(({ sourceState }) => sourceState)).toEqual([
        'stale',
        'stale',
      ]);
      expect(sources[0]).toMatchObject(trouble);
    });
  });

  describe('GET /runs/:uid', () => {
    it('says everything of one run, but no secrets', async () => {
      backend.decisions.set(
        'openchoreo.workflow-run.secrets.read',
        conditional('IN_NAMESPACE', { namespaces: ['globex'] }),
      );
      expect(await view('cart-1-uid')).toMatchObject({
        ref: { name: 'cart-1' },
        conditions: [{ type: 'WorkflowFailed' }, { type: 'WorkflowCompleted' }],
        reference: { name: 'cart-1', namespace: 'workflows-acme' },
        ttlAfterCompletion: '1d',
        parameters: [
          {
            name: 'repository.url',
            value: 'https://git.example/shop',
            masked: false,
          },
          { name: 'repository.revision.branch', value: 'main', masked: false },
          { name: 'registryPassword', masked: true },
        ],
      });
    });

    it('shows secrets to those who may see them', async () => {
      const { parameters } = await view('cart-1-uid');
      expect(parameters.at(-1)).toEqual({
        name: 'registryPassword',
        value: 'hunter2',
        masked: false,
      });
    });

    it('says which uid it does not know', async () => {
      const { status, body } = await server.get(`${RUNS}/nope`);
      expect(status).toBe(404);
      expect(body.error.message).toContain("'nope'");
    });
  });

  describe('GET /runs/:uid/baseline', () => {
    const succeeded = (name: string, minutes: number, more: object = {}) =>
      runManifest({
        name,
        createdAt: '2026-11-20T10:00:00Z',
        status: {
          conditions: [
            condition('WorkflowSucceeded', 'True', 'WorkflowSucceeded'),
          ],
          startedAt: '2026-11-20T10:00:00Z',
          completedAt: new Date(
            Date.UTC(2026, 10, 20, 10, minutes),
          ).toISOString(),
        },
        project: 'shop',
        component: 'cart',
        ...more,
      });

    async function baseline() {
      const path = `${RUNS}/cart-1-uid/baseline`;
      const { status, body } = await server.get(path);
      expect(status).toBe(200);
      return runBaselineSchema.parse(body);
    }

    it('tells how long such runs usually take', async () => {
      expect(await baseline()).toEqual({ runs: 0, tasks: [] });
      for (const minutes of [2, 4, 9]) {
        backend.watcher.put(succeeded(`before-${minutes}`, minutes));
      }
      expect(await baseline()).toMatchObject({ runs: 3, medianMs: 240_000 });
    });
  });

  it.each([RUNS, `${RUNS}/cart-1-uid`])(
    'answers 304 to GET %s until something changes',
    async path => {
      const { headers } = await server.get(path);
      const again = await server.get(path).set('If-None-Match', headers.etag);
      expect(again.status).toBe(304);
      const changed = { ...cart, spec: { workflow: { name: 'other' } } };
      backend.watcher.put(changed);
      const moved = await server.get(path).set('If-None-Match', headers.etag);
      expect(moved.status).toBe(200);
    },
  );
});
