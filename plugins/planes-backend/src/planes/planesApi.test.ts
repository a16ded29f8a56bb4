import {
  planeHistorySchema,
  planeResponseSchema,
  planesResponseSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { eu, observability, us } from '../__testUtils__/manifests';
import {
  conditional,
  PlanesTestBackend,
} from '../__testUtils__/PlanesTestBackend';

const PLANES = '/api/planes/planes';
const READ = 'openchoreo.plane.read';

describe('the planes API', () => {
  let backend: PlanesTestBackend;
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  beforeEach(async () => {
    backend = new PlanesTestBackend();
    backend.inventory.listAll([eu, us, observability]);
    server = await backend.start();
  });

  afterEach(async () => {
    await backend.stop();
  });

  async function list(query = '') {
    const { status, body } = await server.get(`${PLANES}${query}`);
    expect(status).toBe(200);
    return planesResponseSchema.parse(body);
  }

  async function view(uid: string) {
    const { status, body } = await server.get(`${PLANES}/${uid}`);
    expect(status).toBe(200);
    return planeResponseSchema.parse(body).item;
  }

  describe('GET /planes', () => {
    it('lists every plane with its state, and counts them', async () => {
      const { items, totalItems, counts, sources, gateways } = await list();
      expect(items.map(({ entityRef }) => entityRef).sort()).toEqual([
        'resource:acme/data-plane-eu',
        'resource:default/cluster-observability-plane-default',
        'resource:globex/data-plane-us',
      ]);
      expect(items.find(({ uid }) => uid === 'eu-uid')).toMatchObject({
        title: 'eu',
        owner: 'group:default/team-a',
        state: { state: 'not-accepted', source: 'resource' },
        source: 'live',
      });
      expect(totalItems).toBe(3);
      expect(counts).toMatchObject({
        all: 3,
        types: { data: 2, observability: 1 },
        namespaces: { acme: 1, globex: 1, '': 1 },
      });
      expect(sources).toHaveLength(8);
      expect(gateways.map(({ controlPlane }) => controlPlane)).toEqual([
        'default',
      ]);
    });

    it('filters and sorts, and gives one page after the other', async () => {
      const first = await list('?type=data&sort=name&limit=1');
      expect(first.items.map(({ uid }) => uid)).toEqual(['eu-uid']);
      expect(first.totalItems).toBe(2);
      expect(first.counts.all).toBe(3);
      const { nextCursor = '' } = first.pageInfo;
      const second = await list(
        `?type=data&sort=name&limit=1&cursor=${encodeURIComponent(nextCursor)}`,
      );
      expect(second.items.map(({ uid }) => uid)).toEqual(['us-uid']);
      expect(second.pageInfo.nextCursor).toBeUndefined();
    });

    it.each([
      ['?type=moon', 'type'],
      ['?limit=0', 'limit'],
      ['?sort=colour', 'sort'],
      ['?cursor=nonsense', 'cursor'],
    ])('refuses %s and names the parameter', async (query, parameter) => {
      const { status, body } = await server.get(`${PLANES}${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(`'${parameter}'`);
    });

    it.each([
      ['IS_PLANE_TYPE', { planeTypes: ['observability'] }, ['obs-uid']],
      ['IN_NAMESPACE', { namespaces: ['acme'] }, ['eu-uid']],
      ['IS_OWNER', { claims: ['group:default/team-a'] }, ['eu-uid']],
      ['IS_OWNER', { claims: ['unknown'] }, ['us-uid', 'obs-uid']],
    ])(
      'shows and counts only what the condition %s %j admits',
      async (rule, params, uids) => {
        backend.decisions.set(READ, conditional(rule, params));
        const { items, totalItems, counts, sources } = await list();
        expect(items.map(({ uid }) => uid).sort()).toEqual([...uids].sort());
        expect(totalItems).toBe(uids.length);
        expect(counts.all).toBe(uids.length);
        const inSources = sources.reduce((sum, { planes }) => sum + planes, 0);
        expect(inSources).toBe(uids.length);
      },
    );

    it('follows the gateway, and says which it cannot ask', async () => {
      const { ref } = backend.inventory.snapshot().planes[0];
      backend.inventory.setGateway({ state: 'live' });
      backend.inventory.setLiveness(ref, {
        asOf: '2026-11-21T12:00:00Z',
        connected: true,
        connectedAgents: 3,
      });
      const live = await list('?state=connected');
      expect(live.items).toMatchObject([{ uid: 'eu-uid', connectedAgents: 3 }]);
      backend.inventory.setGateway({ state: 'refused', error: 'unknown ca' });
      backend.inventory.setLiveness(ref, undefined);
      const refused = await list('?state=connected');
      expect(refused.items).toEqual([]);
      expect(refused.gateways).toMatchObject([
        { state: 'refused', error: 'unknown ca' },
      ]);
    });
  });

  describe('GET /planes/:uid', () => {
    it('says everything of one plane', async () => {
      const item = await view('eu-uid');
      expect(item).toMatchObject({
        title: 'eu',
        entityRef: 'resource:acme/data-plane-eu',
        state: { state: 'not-accepted', source: 'resource' },
        source: { state: 'live', plural: 'dataplanes' },
        observabilityPlane: {
          status: 'default',
          entityRef: 'resource:default/cluster-observability-plane-default',
        },
        sharedWith: [{ entityRef: 'resource:globex/data-plane-us' }],
        colocatedWith: [],
        gateway: { controlPlane: 'default' },
      });
      expect(item.liveness).toBeUndefined();
      expect(item.findings.map(({ code }) => code)).toContain(
        'agent-ca-absent',
      );
      const { observes } = await view('obs-uid');
      expect(observes.map(({ title }) => title)).toEqual(['eu', 'us']);
    });

    it('judges by the gateway where it tells', async () => {
      const { ref } = backend.inventory.snapshot().planes[0];
      const liveness = {
        asOf: '2026-11-21T12:00:00Z',
        connected: true,
        connectedAgents: 1,
        authorised: false,
      };
      backend.inventory.setLiveness(ref, liveness);
      expect(await view('eu-uid')).toMatchObject({
        state: { state: 'not-authorised', source: 'gateway' },
        liveness,
      });
    });

    it('names no neighbours that the caller may not see', async () => {
      backend.decisions.set(
        READ,
        conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
      );
      expect((await view('eu-uid')).sharedWith).toEqual([]);
    });

    it('says which uid it does not know', async () => {
      const { status, body } = await server.get(`${PLANES}/nope`);
      expect(status).toBe(404);
      expect(body.error.message).toContain("'nope'");
    });

    it('says that planes are unverified, and since when, while their source is stale', async () => {
      const trouble = {
        state: 'stale' as const,
        since: '2026-11-21T11:00:00.000Z',
        error: 'The API server refuses connections',
      };
      backend.inventory.setState('DataPlane', trouble);
      expect((await view('eu-uid')).source).toMatchObject(trouble);
    });
  });

  it.each([PLANES, `${PLANES}/eu-uid`])(
    'answers 304 to GET %s until something but a time of reading changes',
    async path => {
      const { ref } = backend.inventory.snapshot().planes[0];
      const agents = { connected: true, connectedAgents: 1 };
      backend.inventory.setGateway({
        state: 'live',
        asOf: '2026-11-21T12:00:00Z',
      });
      backend.inventory.setLiveness(ref, {
        ...agents,
        asOf: '2026-11-21T12:00:00Z',
      });
      const { headers } = await server.get(path);
      backend.inventory.setGateway({
        state: 'live',
        asOf: '2026-11-21T12:00:03Z',
      });
      backend.inventory.setLiveness(ref, {
        ...agents,
        asOf: '2026-11-21T12:00:03Z',
      });
      const again = await server.get(path).set('If-None-Match', headers.etag);
      expect(again.status).toBe(304);
      backend.inventory.put({
        ...eu,
        spec: { planeID: 'other', clusterAgent: { clientCA: {} } },
      });
      const changed = await server.get(path).set('If-None-Match', headers.etag);
      expect(changed.status).toBe(200);
    },
  );

  describe('GET /planes/:uid/history', () => {
    it.each([
      ['', '24h'],
      ['?window=24h', '24h'],
      ['?window=7d', '7d'],
      ['?window=30d', '30d'],
    ])('answers %j with the last %s', async (query, window) => {
      const { status, body } = await server.get(
        `${PLANES}/eu-uid/history${query}`,
      );
      expect(status).toBe(200);
      expect(planeHistorySchema.parse(body).window).toBe(window);
    });

    it.each(['?window=1y', '?window=24h&window=7d', '?window='])(
      'refuses %s and names the parameter',
      async query => {
        const { status, body } = await server.get(
          `${PLANES}/eu-uid/history${query}`,
        );
        expect(status).toBe(400);
        expect(body.error.message).toContain("'window'");
      },
    );

    it('says which uid it does not know', async () => {
      const { status } = await server.get(`${PLANES}/nope/history`);
      expect(status).toBe(404);
    });
  });
});
