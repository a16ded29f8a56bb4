import {
  reconnectPreviewSchema,
  reconnectResultSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailureReason } from '@openchoreo-planes/backstage-plugin-planes-node';
import { eu, observability, us } from '../__testUtils__/manifests';
import {
  conditional,
  PlanesTestBackend,
} from '../__testUtils__/PlanesTestBackend';

const RECONNECT = '/api/planes/planes/eu-uid/reconnect';
const POOL = { planeType: 'dataplane', planeID: 'shared' } as const;

describe('reconnecting agents', () => {
  let backend: PlanesTestBackend;
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  beforeEach(async () => {
    backend = new PlanesTestBackend();
    backend.inventory.listAll([eu, us, observability]);
    backend.gateway.connect(POOL, 2);
    server = await backend.start();
  });

  afterEach(async () => {
    await backend.stop();
  });

  async function preview() {
    const { status, body } = await server.get(RECONNECT);
    expect(status).toBe(200);
    return reconnectPreviewSchema.parse(body);
  }

  function reconnect(body: object) {
    return server.post(RECONNECT).send(body);
  }

  it('names every plane that shares the agents, then drops them, and writes it to the audit log', async () => {
    const { confirmation, ...rest } = await preview();
    expect(rest).toMatchObject({
      connectedAgents: 2,
      affected: [{ title: 'us', entityRef: 'resource:globex/data-plane-us' }],
      hidden: 0,
    });
    backend.gateway.requests.length = 0;
    const { status, body } = await reconnect({ confirmation });
    expect(status).toBe(200);
    expect(reconnectResultSchema.parse(body)).toEqual({
      disconnectedAgents: 2,
    });
    expect(backend.gateway.requests).toEqual([
      { type: 'reconnect', address: POOL },
    ]);
    expect(backend.audited).toEqual([
      {
        eventId: 'plane-reconnect',
        severityLevel: 'medium',
        meta: {
          uid: 'eu-uid',
          plane: 'DataPlane acme/eu',
          controlPlane: 'default',
          disconnectedAgents: 2,
        },
        outcome: 'success',
      },
    ]);
  });

  it('counts those that the caller may not see, and takes the same confirmation from everybody', async () => {
    const all = await preview();
    backend.decisions.set(
      'openchoreo.plane.read',
      conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
    );
    expect(await preview()).toEqual({ ...all, affected: [], hidden: 1 });
    expect((await reconnect(all)).status).toBe(200);
  });

  it('refuses when other planes share the agents by now, and names them', async () => {
    const { confirmation } = await preview();
    backend.gateway.requests.length = 0;
    backend.inventory.put({
      ...us,
      metadata: { name: 'asia', namespace: 'acme', uid: 'asia-uid' },
    });
    const joined = await reconnect({ confirmation });
    expect(joined.status).toBe(409);
    expect(joined.body.error.message).toBe(
      'When you confirmed, 1 other plane shared the agents; now 2 other planes share them: DataPlane globex/us, DataPlane acme/asia. Look at the list again before you reconnect',
    );
    backend.decisions.set(
      'openchoreo.plane.read',
      conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
    );
    const partly = await reconnect({ confirmation });
    expect(partly.body.error.message).toContain(
      'now 2 other planes share them: DataPlane acme/asia, 1 that you may not see.',
    );
    backend.decisions.clear();
    backend.inventory.list('DataPlane', [eu]);
    const gone = await reconnect({ confirmation });
    expect(gone.status).toBe(409);
    expect(gone.body.error.message).toContain(
      'When you confirmed, 1 other plane shared the agents; now no other plane shares them.',
    );
    expect(backend.gateway.requests).toEqual([]);
    expect(backend.audited.map(({ outcome }) => outcome)).toEqual([
      'fail',
      'fail',
      'fail',
    ]);
  });

  it('refuses when the plane has other agents by now, though nobody else shares either', async () => {
    backend.inventory.list('DataPlane', [eu]);
    const { confirmation } = await preview();
    backend.inventory.put({
      ...eu,
      spec: { planeID: 'other', clusterAgent: { clientCA: {} } },
    });
    expect((await reconnect({ confirmation })).status).toBe(409);
  });

  it.each([{}, { confirmation: 1 }, []])('refuses the body %j', async body => {
    const { status, body: answer } = await reconnect(body);
    expect(status).toBe(400);
    expect(answer.error.message).toContain("'confirmation'");
    expect(backend.gateway.requests).toEqual([]);
  });

  it('does it once in ten seconds for planes that share agents, and says when to try again', async () => {
    const { confirmation } = await preview();
    expect((await reconnect({ confirmation })).status).toBe(200);
    const other = '/api/planes/planes/us-uid/reconnect';
    const { body } = await server.get(other);
    const again = await server.post(other).send(body);
    expect(again.status).toBe(429);
    expect(again.body.error.message).toMatch(
      /^The agents of dataplane 'shared' were told to reconnect just now: try again in (9|10) s$/,
    );
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    const sent = backend.gateway.requests.filter(
      ({ type }) => type === 'reconnect',
    );
    expect(sent).toHaveLength(1);
  });

  it.each<[GatewayFailureReason, number]>([
    ['unreachable', 503],
    ['tls', 503],
    ['credentials-unreadable', 503],
    ['timeout', 503],
    ['unexpected-answer', 503],
    ['invalid-address', 400],
  ])('says why when the gateway fails: %s', async (reason, expected) => {
    const { confirmation } = await preview();
    backend.gateway.failure = { reason, message: 'It cannot be done.' };
    for (const answer of [
      await server.get(RECONNECT),
      await reconnect({ confirmation }),
    ]) {
      expect(answer.status).toBe(expected);
      expect(answer.body.error.message).toBe(
        "The cluster gateway of control plane 'default' cannot reconnect agents: It cannot be done.",
      );
    }
    expect(backend.audited).toMatchObject([{ outcome: 'fail' }]);
  });

  it('has nothing to reconnect where a plane is reached without agents', async () => {
    backend.inventory.put({
      ...eu,
      spec: {
        kubernetesCluster: {
          name: 'eu',
          credentials: { apiServerURL: 'https://10.0.0.1' },
        },
      },
    });
    const { status, body } = await server.get(RECONNECT);
    expect(status).toBe(400);
    expect(body.error.message).toContain('DataPlane acme/eu');
  });
});

describe('reconnecting agents without a gateway', () => {
  it('names the key to configure', async () => {
    const backend = new PlanesTestBackend({ controlPlanesWithGateway: [] });
    backend.inventory.listAll([eu]);
    const server = await backend.start();
    for (const answer of [
      await server.get(RECONNECT),
      await server.post(RECONNECT).send({ confirmation: 'any' }),
    ]) {
      expect(answer.status).toBe(501);
      expect(answer.body.error.message).toContain(
        "control plane 'default': set 'openchoreo.controlPlanes[].gateway.url'",
      );
    }
    await backend.stop();
  });
});
