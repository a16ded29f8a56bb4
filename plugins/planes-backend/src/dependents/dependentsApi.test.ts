import { planeDependentsSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { eu, observability } from '../__testUtils__/manifests';
import { PlanesTestBackend } from '../__testUtils__/PlanesTestBackend';

describe('GET /planes/:uid/dependents', () => {
  let backend: PlanesTestBackend;
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  beforeEach(async () => {
    backend = new PlanesTestBackend();
    backend.inventory.listAll([
      eu,
      observability,
      {
        kind: 'ClusterWorkflowPlane',
        metadata: { name: 'default', uid: 'builds-uid' },
        spec: { planeID: 'builds', clusterAgent: { clientCA: {} } },
      },
    ]);
    backend.lists.set('environments', {
      ok: true,
      items: [
        {
          metadata: {
            name: 'dev',
            namespace: 'acme',
            annotations: { 'openchoreo.dev/display-name': 'Development' },
          },
          spec: { dataPlaneRef: { kind: 'DataPlane', name: 'eu' } },
        },
        {
          metadata: { name: 'dev', namespace: 'globex' },
          spec: { dataPlaneRef: { kind: 'DataPlane', name: 'eu' } },
        },
        'nonsense',
      ],
    });
    backend.lists.set('workflows', {
      ok: true,
      items: [{ metadata: { name: 'build', namespace: 'acme' }, spec: {} }],
    });
    backend.lists.set('clusterworkflows', {
      ok: true,
      items: [{ metadata: { name: 'release' }, spec: {} }],
    });
    server = await backend.start();
  });

  afterEach(async () => {
    await backend.stop();
  });

  async function dependents(uid: string) {
    const { status, body } = await server.get(
      `/api/planes/planes/${uid}/dependents`,
    );
    expect(status).toBe(200);
    return planeDependentsSchema.parse(body);
  }

  it('names the environments of a data plane', async () => {
    expect(await dependents('eu-uid')).toMatchObject({
      items: [
        {
          kind: 'Environment',
          namespace: 'acme',
          name: 'dev',
          title: 'Development',
          explicit: true,
        },
      ],
      counts: { environments: 1, workflows: 0 },
      problems: [],
    });
    expect(backend.listed).toEqual(['default/environments']);
  });

  it('names the workflows of a workflow plane, also those that fall to it', async () => {
    const { items, counts } = await dependents('builds-uid');
    expect(
      items.map(({ kind, name, explicit }) => [kind, name, explicit]),
    ).toEqual([
      ['Workflow', 'build', false],
      ['ClusterWorkflow', 'release', false],
    ]);
    expect(counts).toEqual({ environments: 0, workflows: 2 });
    expect(backend.listed).toEqual([
      'default/workflows',
      'default/clusterworkflows',
    ]);
  });

  it('asks for nothing where nothing can depend on a plane', async () => {
    const { items, problems } = await dependents('obs-uid');
    expect({ items, problems }).toEqual({ items: [], problems: [] });
    expect(backend.listed).toEqual([]);
  });

  it('says what it could not read, but not what is not served', async () => {
    backend.lists.set('workflows', {
      ok: false,
      reason: 'forbidden',
      message: 'The API server does not allow it (403)',
    });
    backend.lists.delete('clusterworkflows');
    expect(await dependents('builds-uid')).toMatchObject({
      items: [],
      problems: [
        {
          resource: 'workflows',
          message: 'The API server does not allow it (403)',
        },
      ],
    });
  });

  it('answers 304 while nothing but the time of reading changed', async () => {
    const path = '/api/planes/planes/eu-uid/dependents';
    const { headers } = await server.get(path);
    const again = await server.get(path).set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
  });
});
