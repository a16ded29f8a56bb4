import { eventually } from '../controllers/testUtils/eventually';
import { askGateway } from '../testUtils/gatewayClient';
import { plane } from '../testUtils/planeApi';
import { AgentCa, createAgentCas } from '../world/certificates';
import { startTestControlPlane } from './startTestControlPlane';
import { TestControllers, TestControlPlane } from './TestControlPlane';

jest.setTimeout(120_000);

// Passes on the simulator and on a real kube-apiserver.
describe('the controllers of a test control plane', () => {
  let controlPlane: TestControlPlane;
  let controllers: TestControllers;
  let trusted: AgentCa;
  let other: AgentCa;

  const keyOf = (name: string) => ({
    plural: 'dataplanes',
    namespace: 'acme',
    name,
  });

  function create(name: string, ca: AgentCa) {
    const clusterAgent = { clientCA: { value: ca.pem } };
    return controlPlane.client.create(
      plane(name, { planeID: 'eu', clusterAgent }, { namespace: 'acme' }),
    );
  }

  async function agentsOf(name: string): Promise<number> {
    const { url, files } = controllers.gatewayServer;
    const { text } = await askGateway(
      { url, ...files },
      {
        path: `/api/v1/planes/dataplane/eu/status?namespace=acme&name=${name}`,
      },
    );
    return JSON.parse(text).connectedAgents;
  }

  function untilAgents(name: string, count: number) {
    return eventually(
      () => agentsOf(name),
      agents => agents === count,
    );
  }

  beforeAll(async () => {
    [trusted, other] = await createAgentCas(2, Date.now());
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    await create('eu', trusted);
    await create('copy', other);
    controllers = await controlPlane.startControllers({
      agents: [
        {
          planeType: 'dataplane',
          planeID: 'eu',
          signedBy: trusted.fingerprint,
          count: 2,
        },
      ],
    });
  });

  afterAll(() => controlPlane?.stop());

  it('let agents in and report them', async () => {
    expect(await agentsOf('eu')).toBe(2);
    const found = await controlPlane.client.get(keyOf('eu'));
    expect(found?.status).toMatchObject({
      conditions: [expect.objectContaining({ type: 'Created' })],
    });
  });

  it('authorise agents for the resources that name their CA', async () => {
    expect(await agentsOf('copy')).toBe(0);
    const rename = (ca: AgentCa) =>
      controlPlane.client.patch(keyOf('copy'), {
        spec: { clusterAgent: { clientCA: { value: ca.pem } } },
      });
    await rename(trusted);
    await untilAgents('copy', 2);
    await rename(other);
    await untilAgents('copy', 0);
    expect(await agentsOf('eu')).toBe(2);
  });

  it('reach no gateway that is down, and no agent before it dials again', async () => {
    const { gateway, gatewayServer } = controllers;
    await gatewayServer.stopServer();
    expect(gateway.isRunning).toBe(false);
    await expect(agentsOf('eu')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await gatewayServer.startServer();
    expect(gateway.isRunning).toBe(true);
    expect(await agentsOf('eu')).toBe(0);
  });
});
