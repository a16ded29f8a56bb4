import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { kindsResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { conditional } from '../__testUtils__/PlanesTestBackend';
import { RegistrationBench } from './__testUtils__/RegistrationBench';
import { servedByV0 } from './__testUtils__/servedKinds';

const CREATE = 'openchoreo.plane.create';
const READ = 'openchoreo.plane.read';

describe('GET /kinds', () => {
  let bench: RegistrationBench;

  beforeEach(async () => {
    bench = await new RegistrationBench().start({ chartVersion: '1.2.3' });
  });

  afterEach(() => bench.stop());

  async function kinds() {
    const { status, body, headers } = await bench.server.get(
      '/api/planes/kinds',
    );
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    const response = kindsResponseSchema.parse(body);
    const [first] = response.controlPlanes;
    return {
      ...response,
      first,
      creatable: first.kinds
        .filter(({ mayCreate }) => mayCreate)
        .map(({ kind }) => kind),
    };
  }

  const ALL = [
    'DataPlane',
    'ClusterDataPlane',
    'WorkflowPlane',
    'ObservabilityPlane',
  ];

  it('tells what each control plane serves and what there is to pick from', async () => {
    bench.resources.configured = [
      { name: 'default', agentURL: 'wss://gateway.example.com/ws' },
      { name: 'old' },
    ];
    bench.resources.serve(servedByV0, 'old');
    bench.backend.inventory.put({
      kind: 'WorkflowPlane',
      metadata: { name: 'ci', namespace: 'acme' },
      spec: {
        planeID: 'ci',
        clusterAgent: { clientCA: {} },
        secretStoreRef: { name: 'vault' },
      },
    });
    const { controlPlanes, mayCreate, chartVersion, creatable } = await kinds();
    expect({ mayCreate, chartVersion, creatable }).toEqual({
      mayCreate: true,
      chartVersion: '1.2.3',
      creatable: ALL,
    });
    expect(controlPlanes[0]).toMatchObject({
      name: 'default',
      mode: 'apply',
      asOf: expect.any(String),
      namespaces: { items: ['acme', 'globex'], complete: true },
      planeIDs: [
        { gatewayPlaneType: 'dataplane', planeID: 'shared', planes: 2 },
        { gatewayPlaneType: 'workflowplane', planeID: 'ci', planes: 1 },
        { gatewayPlaneType: 'observabilityplane', planeID: 'default' },
      ],
      secretStores: ['vault'],
      observabilityPlanes: [
        { entityRef: 'resource:default/cluster-observability-plane-default' },
      ],
      agentURL: 'wss://gateway.example.com/ws',
    });
    expect(controlPlanes[1]).toMatchObject({
      name: 'old',
      kinds: [{ kind: 'DataPlane' }, { kind: 'BuildPlane' }],
      planeIDs: [],
    });
  });

  it('spares the body while nothing changed', async () => {
    const { headers } = await bench.server.get('/api/planes/kinds');
    const { status } = await bench.server
      .get('/api/planes/kinds')
      .set('If-None-Match', headers.etag);
    expect(status).toBe(304);
  });

  it('tells of a control plane that is broken, and of the others as ever', async () => {
    bench.resources.configured = [{ name: 'broken' }, { name: 'default' }];
    const { servedKinds } = bench.resources;
    bench.resources.servedKinds = async name => {
      if (name === 'broken') {
        throw new Error('connect ECONNREFUSED');
      }
      return servedKinds.call(bench.resources, name);
    };
    const { controlPlanes, mayCreate } = await kinds();
    expect(controlPlanes[0]).toMatchObject({
      kinds: [],
      error: 'The kinds could not be read',
    });
    expect(controlPlanes[1].kinds).toHaveLength(4);
    expect(mayCreate).toBe(true);
  });

  it('lists kinds to those who may not register any', async () => {
    bench.backend.decisions.set(CREATE, { result: AuthorizeResult.DENY });
    const { mayCreate, creatable, first } = await kinds();
    expect({ mayCreate, creatable }).toEqual({
      mayCreate: false,
      creatable: [],
    });
    expect(first.kinds).toHaveLength(4);
    expect(first.namespaces.items).toEqual([]);
  });

  it.each([
    [
      'IS_PLANE_TYPE',
      { planeTypes: ['data'] },
      ['DataPlane', 'ClusterDataPlane'],
      ['acme', 'globex'],
    ],
    [
      'IN_NAMESPACE',
      { namespaces: ['globex'] },
      ['DataPlane', 'WorkflowPlane', 'ObservabilityPlane'],
      ['globex'],
    ],
    // With the caller for an owner.
    ['IS_OWNER', { claims: ['user:default/mock'] }, ALL, ['acme', 'globex']],
    ['IS_OWNER', { claims: ['group:default/others'] }, [], []],
  ])('%s %j', async (rule, params, creatable, namespaces) => {
    bench.backend.decisions.set(CREATE, conditional(rule, params));
    const answer = await kinds();
    expect(answer.creatable).toEqual(creatable);
    expect(answer.first.namespaces.items).toEqual(namespaces);
  });

  it('goes by planes and permissions where namespaces cannot be listed', async () => {
    bench.resources.namespaceAnswer = { items: [], complete: false };
    const { first, creatable } = await kinds();
    expect(first.namespaces).toEqual({
      items: ['acme', 'globex'],
      complete: false,
    });
    expect(creatable).toEqual(ALL);
    bench.backend.inventory.listAll([]);
    expect((await kinds()).creatable).toEqual(ALL);
    bench.backend.decisions.set(
      CREATE,
      conditional('IN_NAMESPACE', { namespaces: ['initech'] }),
    );
    const conditionally = await kinds();
    expect(conditionally.first.namespaces.items).toEqual(['initech']);
    expect(conditionally.creatable).toContain('DataPlane');
  });

  it('tells nothing of planes that the caller may not see', async () => {
    bench.resources.namespaceAnswer = { items: [], complete: false };
    bench.backend.decisions.set(
      READ,
      conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
    );
    const { first } = await kinds();
    expect(first).toMatchObject({
      namespaces: { items: ['acme'] },
      planeIDs: [{ planeID: 'shared', planes: 1 }],
      observabilityPlanes: [],
    });
    expect(JSON.stringify(first)).not.toContain('globex');
  });
});
