import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  planeResponseSchema,
  planesResponseSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeInventoryServiceRef } from '@openchoreo-planes/backstage-plugin-planes-node';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import request from 'supertest';
import { planesPlugin } from './plugin';

const conditional = (
  rule: string,
  params: Record<string, string[]>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'planes',
  resourceType: 'openchoreo-plane',
  conditions: { rule, resourceType: 'openchoreo-plane', params },
});

describe('the planes API', () => {
  let inventory: TestPlaneInventory;
  let decision: PolicyDecision;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(() => {
    decision = { result: AuthorizeResult.ALLOW };
    inventory = new TestPlaneInventory();
    inventory.listAll([
      {
        kind: 'DataPlane',
        metadata: {
          name: 'eu',
          namespace: 'acme',
          uid: 'eu-uid',
          annotations: { 'backstage.io/owner': 'team-a' },
        },
        spec: { planeID: 'shared', clusterAgent: { clientCA: {} } },
      },
      {
        kind: 'DataPlane',
        metadata: { name: 'us', namespace: 'globex', uid: 'us-uid' },
        spec: { planeID: 'shared', clusterAgent: { clientCA: {} } },
      },
      {
        kind: 'ClusterObservabilityPlane',
        metadata: { name: 'default', uid: 'obs-uid' },
        spec: { observerURL: 'https://observer.example.com' },
      },
    ]);
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  async function start() {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    });
    const inventoryFactory: ServiceFactory = createServiceFactory({
      service: planeInventoryServiceRef,
      deps: {},
      factory: () => inventory,
    });
    const backend = await startTestBackend({
      features: [planesPlugin, inventoryFactory, permissions.factory],
    });
    stop = () => backend.stop();
    return request(backend.server);
  }

  it('lists every plane with its state, findings, relations and the state of its source', async () => {
    const server = await start();
    const { status, body } = await server.get('/api/planes/planes');
    expect(status).toBe(200);
    const { items, sources } = planesResponseSchema.parse(body);
    expect(items.map(item => item.entityRef).sort()).toEqual([
      'resource:acme/data-plane-eu',
      'resource:default/cluster-observability-plane-default',
      'resource:globex/data-plane-us',
    ]);
    const eu = items.find(({ plane }) => plane.uid === 'eu-uid');
    expect(eu).toMatchObject({
      title: 'eu',
      state: { state: 'not-accepted', source: 'resource' },
      source: { state: 'live', plural: 'dataplanes' },
      observabilityPlane: {
        status: 'default',
        entityRef: 'resource:default/cluster-observability-plane-default',
      },
      sharedWith: [{ entityRef: 'resource:globex/data-plane-us' }],
    });
    expect(eu?.findings.map(({ code }) => code)).toContain('agent-ca-absent');
    expect(sources).toHaveLength(8);
  });

  it('answers for one plane by uid, and says which uid it does not know', async () => {
    const server = await start();
    const found = await server.get('/api/planes/planes/us-uid');
    expect(planeResponseSchema.parse(found.body).item.plane.ref.name).toBe(
      'us',
    );
    const missing = await server.get('/api/planes/planes/nope');
    expect(missing.status).toBe(404);
    expect(missing.body.error.message).toContain("'nope'");
  });

  it('says that planes are unverified, and since when, while their source is stale', async () => {
    inventory.setState('DataPlane', {
      state: 'stale',
      since: '2026-11-21T11:00:00.000Z',
      error: 'The API server refuses connections',
    });
    const server = await start();
    const { body } = await server.get('/api/planes/planes/eu-uid');
    expect(planeResponseSchema.parse(body).item.source).toMatchObject({
      state: 'stale',
      since: '2026-11-21T11:00:00.000Z',
      error: 'The API server refuses connections',
    });
  });

  it('answers 304 until something changes', async () => {
    const server = await start();
    const path = '/api/planes/planes/eu-uid';
    const { headers } = await server.get(path);
    const again = await server.get(path).set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    inventory.put({
      kind: 'DataPlane',
      metadata: { name: 'eu', namespace: 'acme', uid: 'eu-uid' },
      spec: { planeID: 'other', clusterAgent: { clientCA: {} } },
    });
    const changed = await server.get(path).set('If-None-Match', headers.etag);
    expect(changed.status).toBe(200);
  });

  it.each(['/api/planes/planes', '/api/planes/planes/eu-uid'])(
    'refuses %s without a user (401) and without the permission (403, naming it)',
    async path => {
      const server = await start();
      const anonymous = await server
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect(anonymous.status).toBe(401);
      decision = { result: AuthorizeResult.DENY };
      const denied = await server.get(path);
      expect(denied.status).toBe(403);
      expect(denied.body.error.message).toContain('openchoreo.plane.read');
    },
  );

  it.each([
    ['IS_PLANE_TYPE', { planeTypes: ['observability'] }, ['obs-uid']],
    ['IN_NAMESPACE', { namespaces: ['acme'] }, ['eu-uid']],
    ['IS_OWNER', { claims: ['group:default/team-a'] }, ['eu-uid']],
    ['IS_OWNER', { claims: ['unknown'] }, ['us-uid', 'obs-uid']],
  ])('applies the condition %s %j', async (rule, params, uids) => {
    decision = conditional(rule, params);
    const server = await start();
    const { body } = await server.get('/api/planes/planes');
    const { items } = planesResponseSchema.parse(body);
    expect(items.map(({ plane }) => plane.uid)).toEqual(uids);
    // What the caller may not see is not named as a neighbour either.
    expect(items.flatMap(({ sharedWith }) => sharedWith)).toEqual([]);
    const hidden = ['eu-uid', 'us-uid', 'obs-uid'].find(
      uid => !uids.includes(uid),
    );
    const refused = await server.get(`/api/planes/planes/${hidden}`);
    expect(refused.status).toBe(403);
  });
});
