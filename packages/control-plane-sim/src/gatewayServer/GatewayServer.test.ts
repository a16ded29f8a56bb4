import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { eventually } from '../controllers/testUtils/eventually';
import { FakeTiming } from '../controllers/testUtils/FakeTiming';
import { PlaneBehaviour } from '../planeClusters/PlaneBehaviour';
import { startTestGateway, TestGateway } from '../testing/startTestGateway';
import { askGateway, GatewayTestRequest } from '../testUtils/gatewayClient';
import { GatewayServer } from './GatewayServer';

const RECONNECT_DELAY_MS = 5_000;
const TUNNEL_TIMEOUT_MS = 30_000;
const ARGO = '/apis/argoproj.io/v1alpha1/workflows';
const STORE = '/apis/external-secrets.io/v1/clustersecretstores/vault';
const PODS = '/api/v1/pods?labelSelector=app%3Dcluster-agent';
const KUBE_SYSTEM = '/api/v1/namespaces/kube-system';

// What the gateway of OpenChoreo answers is compared in recordedExchanges.test.ts.
describe('GatewayServer', () => {
  const builds = { planeType: 'workflowplane', planeID: 'builds' } as const;
  const prod = { planeType: 'dataplane', planeID: 'prod' } as const;
  const timing = new FakeTiming('2026-11-21T10:00:00Z');
  let gateway: TestGateway;

  beforeEach(async () => {
    gateway = await startTestGateway({
      timing,
      planes: [
        {
          ...builds,
          namespace: 'acme',
          name: 'builds',
          secretStores: [{ name: 'vault' }],
          cluster: 'shared',
        },
        { ...prod, name: 'prod', agents: 2, cluster: 'shared' },
        { ...prod, name: 'copy', authorised: false },
        { planeType: 'dataplane', planeID: 'alone', name: 'alone' },
      ],
    });
  });

  afterEach(() => gateway.stop());

  const ask = (asked: GatewayTestRequest) => askGateway(gateway, asked);
  const tunnel = (path: string, plane = 'workflowplane/builds/acme/builds') =>
    ask({ path: `/api/proxy/${plane}/k8s${path}` });

  async function agentsOf(plane: string): Promise<number> {
    const { text } = await ask({ path: `/api/v1/planes/${plane}` });
    return JSON.parse(text).connectedAgents;
  }

  async function uidOf(plane: string): Promise<string> {
    const { text } = await tunnel(KUBE_SYSTEM, plane);
    return JSON.parse(text).metadata.uid;
  }

  it.each<[PlaneBehaviour, string, number, unknown]>([
    ['healthy', ARGO, 200, expect.stringContaining('"items":[]')],
    ['healthy', STORE, 200, expect.stringContaining('"status":"True"')],
    ['healthy', PODS, 200, expect.stringContaining('"phase":"Running"')],
    ['target-down', '/version', 502, ''],
    ['forbidden', '/version', 200, expect.stringContaining('v1.34.4')],
    ['forbidden', ARGO, 403, expect.stringContaining('"reason":"Forbidden"')],
    ['argo-missing', ARGO, 404, '404 page not found\n'],
    ['argo-missing', STORE, 200, expect.any(String)],
    ['secret-store-missing', STORE, 404, expect.stringContaining('"NotFound"')],
    [
      'secret-store-not-ready',
      STORE,
      200,
      expect.stringContaining('"status":"False"'),
    ],
  ])(
    'of a cluster that is %s answers %s',
    async (behaviour, path, status, text) => {
      gateway.setBehaviour(...addressOf(builds), behaviour);
      expect(await tunnel(path)).toMatchObject({ status, text });
      gateway.setBehaviour(...addressOf(builds), 'healthy');
      expect(await tunnel(ARGO)).toMatchObject({ status: 200 });
    },
  );

  it('answers for a wedged agent when the tunnel times out, not before', async () => {
    gateway.setBehaviour(...addressOf(builds), 'wedged');
    gateway.clearRequests();
    let answered = false;
    const answer = tunnel('/version').finally(() => {
      answered = true;
    });
    await eventually(
      async () => gateway.requests().length,
      count => count === 1,
    );
    timing.advance(TUNNEL_TIMEOUT_MS - 1);
    await agentsOf('workflowplane/builds/status');
    expect(answered).toBe(false);
    timing.advance(1);
    expect(await answer).toMatchObject({
      status: 502,
      text: 'proxy request failed: HTTP tunnel request timeout\n',
    });
    expect(await agentsOf('workflowplane/builds/status')).toBe(1);
  });

  it('takes agents away and back, as many as are wanted', async () => {
    gateway.setAgents(...addressOf(prod), 0);
    expect(await agentsOf('dataplane/prod/status')).toBe(0);
    expect(
      (await tunnel('/version', 'dataplane/prod/_cluster/prod')).text,
    ).toBe('proxy request failed: no agents found for plane dataplane/prod\n');
    gateway.setAgents(...addressOf(prod), 3);
    expect(await agentsOf('dataplane/prod/status')).toBe(3);
    expect(await agentsOf('dataplane/prod/status?name=prod')).toBe(3);
    expect(await agentsOf('dataplane/prod/status?name=copy')).toBe(0);
  });

  it('lets dropped agents in again after their reconnect delay, whoever looks', async () => {
    gateway.dropAgents(...addressOf(prod));
    timing.advance(RECONNECT_DELAY_MS - 1);
    expect(await agentsOf('dataplane/prod/status')).toBe(0);
    timing.advance(1);
    expect(await agentsOf('dataplane/prod/status')).toBe(2);
  });

  it('grants and revokes what a resource may ask', async () => {
    const copy = { ...prod, name: 'copy' };
    const status = async () =>
      (await tunnel('/version', 'dataplane/prod/_cluster/copy')).status;
    expect(await status()).toBe(403);
    gateway.authorise(copy, true);
    expect(await status()).toBe(200);
    gateway.authorise(copy, false);
    expect(await status()).toBe(403);
  });

  it('recognises planes that live in one cluster', async () => {
    const shared = await uidOf('workflowplane/builds/acme/builds');
    expect(await uidOf('dataplane/prod/_cluster/prod')).toBe(shared);
    expect(await uidOf('dataplane/alone/_cluster/alone')).not.toBe(shared);
  });

  it('refuses every certificate while it is told to, and resets open connections', async () => {
    const { hostname, port } = new URL(gateway.url);
    const open = connect({
      host: hostname,
      port: Number(port),
      ca: await readFile(gateway.caFile),
      cert: await readFile(gateway.certFile),
      key: await readFile(gateway.keyFile),
    });
    await once(open, 'secureConnect');
    gateway.refuseCertificates(true);
    await once(open, 'close');
    await expect(ask({ path: '/api/v1/planes/status' })).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    });
    gateway.refuseCertificates(false);
    expect(await agentsOf('dataplane/prod/status')).toBe(2);
  });

  it('does not do what a client without the right certificate asks', async () => {
    gateway.clearRequests();
    const asked = {
      method: 'POST',
      path: '/api/v1/planes/dataplane/prod/reconnect',
    };
    await expect(ask({ ...asked, as: 'stranger' })).rejects.toThrow();
    await expect(ask({ ...asked, as: 'nobody' })).rejects.toThrow();
    expect(gateway.requests()).toEqual([]);
    expect(await agentsOf('dataplane/prod/status')).toBe(2);
  });

  it.each([
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
  ])('says why it refuses with %s', async ciphers => {
    const ca = await readFile(gateway.caFile);
    const refused = new Promise((_resolve, reject) => {
      request(gateway.url, { ca, ciphers, agent: false })
        .once('error', reject)
        .end();
    });
    await expect(refused).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    });
  });

  it('goes down and comes back on the same port, and the agents with it', async () => {
    const { url } = gateway;
    await gateway.stopServer();
    await expect(ask({ path: '/api/v1/planes/status' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await gateway.startServer();
    expect(gateway.url).toBe(url);
    expect(await agentsOf('dataplane/prod/status')).toBe(0);
    timing.advance(RECONNECT_DELAY_MS);
    expect(await agentsOf('dataplane/prod/status')).toBe(2);
  });

  it('keeps its certificates over restarts, in files of their owner', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gateway-files-'));
    const start = () =>
      GatewayServer.start({ gateway: new SimulatedGateway(), directory });
    const first = await start();
    const before = await readFile(first.files.certFile);
    await first.stop();
    const second = await start();
    expect(await readFile(second.files.certFile)).toEqual(before);
    expect(
      await askGateway(
        { url: second.url, ...second.files },
        { path: '/api/v1/planes/status' },
      ),
    ).toMatchObject({ status: 200, text: '{"planes":[],"total":0}\n' });
    const { mode } = await stat(second.files.keyFile);
    expect(mode.toString(8)).toMatch(/00$/);
    await second.stop();
    await rm(directory, { recursive: true });
  });
});

function addressOf<T>({
  planeType,
  planeID,
}: {
  planeType: T;
  planeID: string;
}) {
  return [planeType, planeID] as const;
}
