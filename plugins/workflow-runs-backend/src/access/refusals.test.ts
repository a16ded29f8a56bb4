import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { runManifest } from '../__testUtils__/runs';
import {
  anonymous,
  conditional,
  RunsTestBackend,
} from '../__testUtils__/RunsTestBackend';

const READ = 'openchoreo.workflow-run.read';
const LOGS = 'openchoreo.workflow-run.logs.read';
const RERUN = 'openchoreo.workflow-run.rerun';
const ACTIONS = ['stop', 'terminate', 'suspend', 'resume'];

interface Route {
  readonly method: 'get' | 'post';
  /** Of the run with this uid. */
  readonly path: (uid: string) => string;
  /** Each of which the caller needs. */
  readonly permissions: readonly string[];
}

const ROUTES: readonly Route[] = [
  { method: 'get', path: uid => uid, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/baseline`, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/timeline`, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/events`, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/nodes/a`, permissions: [READ] },
  {
    method: 'get',
    path: uid => `${uid}/nodes/a/logs`,
    permissions: [READ, LOGS],
  },
  { method: 'post', path: uid => `${uid}/rerun`, permissions: [READ, RERUN] },
  ...ACTIONS.map(
    (action): Route => ({
      method: 'post',
      path: uid => `${uid}/actions/${action}`,
      permissions: [READ, `openchoreo.workflow-run.${action}`],
    }),
  ),
];

const cases = ROUTES.flatMap(({ method, path, permissions }) =>
  permissions.map(permission => ({
    name: `${method.toUpperCase()} /runs/${path(':uid')}`,
    permission,
    method,
    path: (uid: string) => `/api/workflow-runs/runs/${path(uid)}`,
  })),
);

describe('a caller without the right', () => {
  let backend: RunsTestBackend;
  let server: Awaited<ReturnType<RunsTestBackend['start']>>;

  beforeAll(async () => {
    backend = new RunsTestBackend();
    backend.watcher.list(
      ['WorkflowRun'],
      [
        runManifest({ name: 'ours', namespace: 'acme' }),
        runManifest({ name: 'theirs', namespace: 'globex' }),
      ],
    );
    server = await backend.start();
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    backend.decisions.clear();
    backend.audited.length = 0;
    backend.gateway.requests.length = 0;
    backend.objects.requests.length = 0;
  });

  function expectNobodyContacted() {
    expect(backend.gateway.requests).toEqual([]);
    expect(backend.objects.requests).toEqual([]);
  }

  it.each(cases)('$name: 401 without a user', async ({ method, path }) => {
    const { status } = await server[method](path('ours-uid')).set(anonymous);
    expect(status).toBe(401);
    expectNobodyContacted();
  });

  it.each(cases)(
    '$name: 403 without $permission, whether the run exists or not',
    async ({ method, path, permission }) => {
      backend.decisions.set(permission, { result: AuthorizeResult.DENY });
      for (const uid of ['ours-uid', 'unknown-uid']) {
        const { status, body } = await server[method](path(uid));
        expect(status).toBe(403);
        expect(body.error.message).toContain(`'${permission}'`);
      }
      expectNobodyContacted();
    },
  );

  it.each(cases)(
    '$name: only for runs that the conditions of $permission admit',
    async ({ method, path, permission }) => {
      backend.decisions.set(
        permission,
        conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
      );
      const refused = await server[method](path('theirs-uid'));
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain(`'${permission}'`);
      expectNobodyContacted();
      const admitted = await server[method](path('ours-uid'));
      // What follows may go wrong otherwise: nobody has the object, or the plane.
      expect([200, 400, 404, 409, 503]).toContain(admitted.status);
    },
  );

  it('GET /runs: 401 without a user, 403 without the permission', async () => {
    const path = '/api/workflow-runs/runs';
    const nobody = await server.get(path).set(anonymous);
    expect(nobody.status).toBe(401);
    backend.decisions.set(READ, { result: AuthorizeResult.DENY });
    const denied = await server.get(path);
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain(`'${READ}'`);
    expectNobodyContacted();
  });

  it.each(['rerun', ...ACTIONS.map(action => `actions/${action}`)])(
    'is recorded in the audit log for POST /runs/:uid/%s',
    async path => {
      backend.decisions.set(READ, { result: AuthorizeResult.DENY });
      await server.post(`/api/workflow-runs/runs/ours-uid/${path}`);
      expect(backend.audited).toMatchObject([
        {
          eventId: expect.stringMatching(/^workflow-run-/),
          severityLevel: 'medium',
          outcome: 'fail',
        },
      ]);
    },
  );
});
