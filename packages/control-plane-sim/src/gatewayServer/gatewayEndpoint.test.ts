import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFingerprints } from '../controllers/gateway/clientCa';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { FakeTiming } from '../controllers/testUtils/FakeTiming';
import { gatewayEndpoint } from './gatewayEndpoint';
import { GatewayServer } from './GatewayServer';

describe('the endpoint of the gateway', () => {
  const address = { planeType: 'dataplane', planeID: 'eu' };
  let timing: FakeTiming;
  let directory: string;
  let server: GatewayServer;
  let gateway: SimulatedGateway;

  beforeEach(async () => {
    timing = new FakeTiming('2026-11-21T10:00:00Z');
    directory = await mkdtemp(join(tmpdir(), 'gateway-endpoint-'));
    gateway = new SimulatedGateway({ timing });
    gateway.trust({ ...address, name: 'eu' }, ['A']);
    gateway.addAgents({
      planeType: 'dataplane',
      planeID: 'eu',
      signedBy: 'A',
      count: 2,
    });
    server = await GatewayServer.start({ gateway, directory, timing });
  });

  afterEach(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const handle = (method: string, body: Record<string, unknown> = {}) =>
    gatewayEndpoint(server).handle({ method, id: '', body: async () => body });
  const post = (body: Record<string, unknown>) => handle('POST', body);

  /** What it says of the plane. */
  const plane = (
    connectedAgents: number,
    agents: number,
    behaviour: string,
  ) => ({
    gateway: { url: server.url, running: true, refusesCertificates: false },
    planes: [{ ...address, connectedAgents, agents, behaviour }],
  });

  it('says how the gateway and every plane behave, and changes it', async () => {
    expect(await handle('GET')).toEqual(plane(2, 2, 'healthy'));
    await post({ ...address, behaviour: 'wedged', agents: 1 });
    expect(await handle('GET')).toEqual(plane(1, 1, 'wedged'));
    await post({ ...address, agents: 0 });
    expect(await handle('GET')).toEqual(plane(0, 0, 'wedged'));
    await post({ ...address, agents: 3, behaviour: 'healthy' });
    expect(await handle('GET')).toEqual(plane(3, 3, 'healthy'));
  });

  it('makes agents flap, and hang', async () => {
    await post({ ...address, behaviour: 'flap' });
    expect(await handle('GET')).toEqual(plane(0, 2, 'healthy'));
    timing.advance(5_000);
    expect(await handle('GET')).toEqual(plane(2, 2, 'healthy'));
    await post({ ...address, behaviour: 'hang' });
    timing.advance(90_001);
    expect(await handle('GET')).toEqual(plane(0, 2, 'healthy'));
  });

  it('takes the gateway down and refuses certificates', async () => {
    await post({ gateway: 'stop' });
    await post({ gateway: 'refuse-certificates' });
    expect(await handle('GET')).toMatchObject({
      gateway: { running: false, refusesCertificates: true },
    });
    await post({ gateway: 'start' });
    await post({ gateway: 'accept-certificates' });
    expect(await handle('GET')).toMatchObject({
      gateway: { running: true, refusesCertificates: false },
    });
  });

  it.each([
    ['ca', true],
    ['self-signed', false],
  ])(
    'installs an agent that dials until a resource names its CA: %s',
    async (install, isCA) => {
      const workflowPlane = { planeType: 'workflowplane', planeID: 'ci' };
      const { ca }: { ca?: unknown } = await post({
        ...workflowPlane,
        install,
      });
      const pem = String(ca);
      expect(new X509Certificate(pem).ca).toBe(isCA);
      expect(server.planes()).toContainEqual(
        expect.objectContaining({
          ...workflowPlane,
          agents: 1,
          connectedAgents: 0,
        }),
      );
      gateway.trust(
        { ...workflowPlane, name: 'ci' },
        certificateFingerprints(pem),
      );
      expect(server.planes()).toContainEqual(
        expect.objectContaining({
          ...workflowPlane,
          agents: 1,
          connectedAgents: 1,
        }),
      );
    },
  );

  it('replaces the agents of a plane by the one that it installs', async () => {
    await post({ ...address, install: 'ca' });
    expect(await handle('GET')).toEqual(plane(0, 1, 'healthy'));
  });

  it.each([
    [{}, "'planeType' and 'planeID' must name a plane"],
    [{ gateway: 'explode' }, "'gateway' must be one of stop, start"],
    [address, "'behaviour', 'agents' or 'install' says what is to change"],
    [{ ...address, install: 'soon' }, "'install' must be one of ca, self-"],
    [{ ...address, planeType: 'x', install: 'ca' }, "'planeType' must be"],
    [{ ...address, behaviour: 'odd' }, "'behaviour' must be one of healthy"],
    [{ ...address, agents: -1 }, "'agents' must be a whole number"],
    [{ ...address, agents: 1.5 }, "'agents' must be a whole number"],
    [
      { planeType: 'dataplane', planeID: 'nobody', agents: 1 },
      "No plane with the address 'dataplane/nobody' names a CA",
    ],
  ])('does not take %j', async (body, message) => {
    await expect(post(body)).rejects.toMatchObject({
      code: 400,
      message: expect.stringContaining(message),
    });
  });

  it('takes no other method', async () => {
    await expect(handle('DELETE')).rejects.toMatchObject({ code: 405 });
  });
});
