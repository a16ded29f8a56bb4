import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { eu, observability, us } from '../__testUtils__/manifests';
import {
  anonymous,
  conditional,
  PlanesTestBackend,
} from '../__testUtils__/PlanesTestBackend';

const READ = 'openchoreo.plane.read';
const TEST = 'openchoreo.plane.connection.test';
const RECONNECT = 'openchoreo.plane.reconnect';
const CREATE = 'openchoreo.plane.create';
const UPDATE = 'openchoreo.plane.update';

interface Route {
  readonly method: 'get' | 'post' | 'put';
  /** Of the plane with this uid. */
  readonly path: (uid: string) => string;
  /** Each of which the caller needs. */
  readonly permissions: readonly string[];
}

const PLANE_ROUTES: readonly Route[] = [
  { method: 'get', path: uid => uid, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/history`, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/dependents`, permissions: [READ] },
  { method: 'get', path: uid => `${uid}/connection-test`, permissions: [READ] },
  {
    method: 'post',
    path: uid => `${uid}/connection-test`,
    permissions: [READ, TEST],
  },
  {
    method: 'get',
    path: uid => `${uid}/reconnect`,
    permissions: [READ, RECONNECT],
  },
  {
    method: 'post',
    path: uid => `${uid}/reconnect`,
    permissions: [READ, RECONNECT],
  },
  {
    method: 'get',
    path: uid => `${uid}/registration`,
    permissions: [READ, UPDATE],
  },
  { method: 'put', path: uid => uid, permissions: [READ, UPDATE] },
];

const cases = PLANE_ROUTES.flatMap(({ method, path, permissions }) =>
  permissions.map(permission => ({
    name: `${method.toUpperCase()} /planes/${path(':uid')}`,
    permission,
    method,
    path: (uid: string) => `/api/planes/planes/${path(uid)}`,
  })),
);

describe('a caller without the right', () => {
  let backend: PlanesTestBackend;
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;
  const manifests: TestManifest[] = [eu, us, observability];

  beforeAll(async () => {
    backend = new PlanesTestBackend();
    backend.inventory.listAll(manifests);
    server = await backend.start();
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    backend.decisions.clear();
    backend.gateway.requests.length = 0;
    backend.listed.length = 0;
    backend.resources.requests.length = 0;
  });

  function expectNobodyContacted() {
    expect(backend.gateway.requests).toEqual([]);
    expect(backend.listed).toEqual([]);
    expect(backend.resources.requests).toEqual([]);
  }

  it.each(cases)('$name: 401 without a user', async ({ method, path }) => {
    const { status } = await server[method](path('eu-uid')).set(anonymous);
    expect(status).toBe(401);
    expectNobodyContacted();
  });

  it.each(cases)(
    '$name: 403 without $permission, whether the plane exists or not',
    async ({ method, path, permission }) => {
      backend.decisions.set(permission, { result: AuthorizeResult.DENY });
      for (const uid of ['eu-uid', 'unknown-uid']) {
        const { status, body } = await server[method](path(uid));
        expect(status).toBe(403);
        expect(body.error.message).toContain(`'${permission}'`);
      }
      expectNobodyContacted();
    },
  );

  it.each(cases)(
    '$name: only for planes that the conditions of $permission admit',
    async ({ method, path, permission }) => {
      backend.decisions.set(
        permission,
        conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
      );
      for (const uid of ['us-uid', 'obs-uid']) {
        const refused = await server[method](path(uid));
        expect(refused.status).toBe(403);
        expect(refused.body.error.message).toContain(`'${permission}'`);
      }
      expectNobodyContacted();
      const admitted = await server[method](path('eu-uid'));
      // What follows may go wrong otherwise: the body of a POST is missing, or the resource.
      expect([200, 400, 404]).toContain(admitted.status);
    },
  );

  it('GET /planes: 401 without a user, 403 without the permission', async () => {
    const nobody = await server.get('/api/planes/planes').set(anonymous);
    expect(nobody.status).toBe(401);
    backend.decisions.set(READ, { result: AuthorizeResult.DENY });
    const denied = await server.get('/api/planes/planes');
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain(`'${READ}'`);
    expectNobodyContacted();
  });

  it('GET /kinds: 401 without a user, 403 without the permission', async () => {
    const nobody = await server.get('/api/planes/kinds').set(anonymous);
    expect(nobody.status).toBe(401);
    backend.decisions.set(READ, { result: AuthorizeResult.DENY });
    const denied = await server.get('/api/planes/kinds');
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain(`'${READ}'`);
    expectNobodyContacted();
  });

  it.each(['', '?dryRun=lint', '?dryRun=all'])(
    'POST /registrations%s: 401 without a user, 403 without the permission',
    async query => {
      const path = `/api/planes/registrations${query}`;
      const nobody = await server.post(path).set(anonymous);
      expect(nobody.status).toBe(401);
      backend.decisions.set(CREATE, { result: AuthorizeResult.DENY });
      for (const body of [undefined, { registration: { kind: 'Pod' } }]) {
        const denied = await server.post(path).send(body);
        expect(denied.status).toBe(403);
        expect(denied.body.error.message).toContain(`'${CREATE}'`);
      }
      expectNobodyContacted();
    },
  );

  it.each([
    ['post', '/api/planes/registrations', CREATE, 'plane-register'],
    ['put', '/api/planes/planes/eu-uid', UPDATE, 'plane-update'],
  ] as const)(
    'is recorded in the audit log for %s %s',
    async (method, path, permission, eventId) => {
      backend.audited.length = 0;
      backend.decisions.set(permission, { result: AuthorizeResult.DENY });
      await server[method](path);
      expect(backend.audited).toEqual([
        expect.objectContaining({
          eventId,
          severityLevel: 'medium',
          outcome: 'fail',
        }),
      ]);
    },
  );

  it('is recorded in the audit log for trying to reconnect', async () => {
    backend.audited.length = 0;
    backend.decisions.set(RECONNECT, { result: AuthorizeResult.DENY });
    await server.post('/api/planes/planes/eu-uid/reconnect');
    expect(backend.audited).toEqual([
      expect.objectContaining({ eventId: 'plane-reconnect', outcome: 'fail' }),
    ]);
  });
});
