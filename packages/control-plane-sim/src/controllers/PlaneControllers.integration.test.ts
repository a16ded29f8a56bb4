import { startTestControlPlane } from '../testing/startTestControlPlane';
import {
  KubernetesObject,
  ObjectKey,
  TestControlPlane,
} from '../testing/TestControlPlane';
import { readKubeconfig } from '../testUtils/readKubeconfig';
import { AgentCa, createAgentCas } from '../world/certificates';
import { SimulatedGateway } from './gateway/SimulatedGateway';
import { PlaneControllers } from './PlaneControllers';
import { SIMULATED_PLANE_KINDS } from './planeKinds';
import { eventually } from './testUtils/eventually';
import { FakeTiming } from './testUtils/FakeTiming';

const START = '2026-11-21T10:00:00Z';
const MINUTE = 60_000;
const DATA_PLANE = { plural: 'dataplanes', namespace: 'acme', name: 'eu' };
const POOL = { planeType: 'dataplane', planeID: 'eu' } as const;

jest.setTimeout(120_000);

// Passes on the simulator and on a real kube-apiserver.
describe('PlaneControllers', () => {
  let controlPlane: TestControlPlane;
  let controllers: PlaneControllers;
  let timing: FakeTiming;
  let gateway: SimulatedGateway;
  let trusted: AgentCa;
  let other: AgentCa;
  const log = jest.fn();

  const get = (key: ObjectKey) => controlPlane.client.get(key);

  function create(
    kind: string,
    name: string,
    clientCA: object,
  ): Promise<KubernetesObject> {
    return controlPlane.client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind,
      metadata: {
        name,
        ...(!kind.startsWith('Cluster') && { namespace: 'acme' }),
      },
      spec: {
        planeID: 'eu',
        clusterAgent: { clientCA },
        ...(kind.endsWith('ObservabilityPlane') && {
          observerURL: 'https://observer.example',
        }),
      },
    });
  }

  /** Waits for the agent connection, which is the last that a fresh plane gets. */
  function untilPolled(key: ObjectKey, connected: boolean) {
    return eventually(
      () => get(key),
      plane =>
        JSON.stringify(plane?.status ?? {}).includes(
          `"connected":${connected}`,
        ),
    );
  }

  async function passTime(milliseconds: number) {
    // What is being done about a plane ends with when to look at it again.
    await controllers.settled();
    timing.advance(milliseconds);
    await controllers.settled();
  }

  /** Removes every plane and environment, whatever holds them. */
  async function clear() {
    const plurals = SIMULATED_PLANE_KINDS.map(({ plural }) => plural);
    for (const plural of ['environments', ...plurals]) {
      for (const { metadata } of await controlPlane.client.list(plural)) {
        const { namespace, name } = metadata;
        const key = { plural, namespace, name };
        await controlPlane.client.patch(key, {
          metadata: { finalizers: null },
        });
        await controlPlane.client.delete(key);
      }
    }
  }

  beforeAll(async () => {
    [trusted, other] = await createAgentCas(2, Date.now());
    controlPlane = await startTestControlPlane({
      releases: ['v0.17.0', 'v1.2.0'],
    });
    await controlPlane.client.createNamespace('acme');
  });

  beforeEach(async () => {
    log.mockClear();
    timing = new FakeTiming(START);
    gateway = new SimulatedGateway({ timing });
    controllers = await PlaneControllers.start({
      api: await readKubeconfig(controlPlane.kubeconfigFile),
      gateway,
      timing,
      log,
    });
  });

  afterEach(async () => {
    await controllers?.stop();
    await clear();
  });

  afterAll(() => controlPlane?.stop());

  it('accepts a fresh plane of every kind and reports its agents', async () => {
    const kinds = SIMULATED_PLANE_KINDS.map(({ kind }) => kind);
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint, count: 2 });
    controlPlane.clearRequests();
    for (const kind of kinds) {
      await create(kind, 'eu', { value: trusted.pem });
    }
    for (const kind of kinds) {
      const isDataPlane = kind.endsWith('DataPlane');
      const key = {
        plural: `${kind.toLowerCase()}s`,
        namespace: kind.startsWith('Cluster') ? undefined : 'acme',
        name: 'eu',
      };
      // The controller's first write gives a data plane a gateway, and with it a second generation.
      const generation = isDataPlane ? 2 : 1;
      expect(await untilPolled(key, isDataPlane)).toMatchObject({
        metadata: {
          generation,
          finalizers: [`openchoreo.dev/${kind.toLowerCase()}-cleanup`],
        },
        status: {
          observedGeneration: generation,
          conditions: [
            {
              type: 'Created',
              status: 'True',
              reason: `${kind}Created`,
              lastTransitionTime: START,
              observedGeneration: generation,
            },
          ],
          agentConnection: isDataPlane
            ? {
                connected: true,
                connectedAgents: 2,
                lastConnectedTime: START,
                lastHeartbeatTime: START,
                message: '2 agents connected (HA mode)',
              }
            : {
                connected: false,
                connectedAgents: 0,
                message: 'No agents connected',
              },
        },
      });
    }
    await controllers.settled();
    // Finalizer, condition, agent connection.
    expect(
      controlPlane.requests().filter(({ method }) => method === 'PATCH'),
    ).toHaveLength(3 * kinds.length);
  });

  it('moves the heartbeat of a connected plane once a minute, and leaves others alone', async () => {
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint });
    await create('DataPlane', 'eu', { value: trusted.pem });
    await create('DataPlane', 'foreign', { value: other.pem });
    await untilPolled(DATA_PLANE, true);
    const foreign = await untilPolled(
      { ...DATA_PLANE, name: 'foreign' },
      false,
    );
    await controllers.settled();
    for (const time of ['2026-11-21T10:01:00Z', '2026-11-21T10:02:00Z']) {
      await passTime(MINUTE);
      expect(await get(DATA_PLANE)).toMatchObject({
        status: {
          agentConnection: {
            lastConnectedTime: START,
            lastHeartbeatTime: time,
          },
        },
      });
    }
    expect(await get({ ...DATA_PLANE, name: 'foreign' })).toEqual(foreign);
  });

  it('reports a loss at the next poll, with the time of the poll', async () => {
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint });
    await create('DataPlane', 'eu', { value: trusted.pem });
    await untilPolled(DATA_PLANE, true);
    await controllers.settled();
    timing.advance(10_000);
    gateway.removeAgents(POOL);
    await passTime(49_999);
    expect(await untilPolled(DATA_PLANE, true)).toBeDefined();
    await passTime(1);
    expect(await get(DATA_PLANE)).toMatchObject({
      status: {
        agentConnection: {
          connected: false,
          connectedAgents: 0,
          lastDisconnectedTime: '2026-11-21T10:01:00Z',
          lastHeartbeatTime: START,
          message: 'No agents connected',
        },
      },
    });
  });

  it('freezes every status while the gateway is down, and goes on afterwards', async () => {
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint });
    await create('DataPlane', 'eu', { value: trusted.pem });
    const before = await untilPolled(DATA_PLANE, true);
    await controllers.settled();
    gateway.stop();
    for (let minute = 0; minute < 5; minute += 1) {
      await passTime(MINUTE);
    }
    expect(await get(DATA_PLANE)).toEqual(before);
    await create('DataPlane', 'later', { value: trusted.pem });
    const later = { ...DATA_PLANE, name: 'later' };
    await eventually(
      () => get(later),
      plane => plane?.metadata.finalizers !== undefined,
    );
    gateway.start();
    for (let minute = 0; minute < 2; minute += 1) {
      await passTime(MINUTE);
    }
    expect(await untilPolled(later, true)).toBeDefined();
    expect(await get(DATA_PLANE)).toMatchObject({
      status: {
        agentConnection: {
          connected: true,
          lastHeartbeatTime: '2026-11-21T10:07:00Z',
        },
      },
    });
  });

  it('leaves a plane without a status until its CA can be read', async () => {
    await create('DataPlane', 'eu', {
      secretKeyRef: { name: 'agent-ca', key: 'ca.crt' },
    });
    await eventually(
      async () => log.mock.calls.flat().join(),
      text => text.includes("secret 'acme/agent-ca' has no key 'ca.crt'"),
    );
    const refused = await get(DATA_PLANE);
    expect(refused?.metadata.finalizers).toHaveLength(1);
    expect(refused?.status).toBeUndefined();
    await controlPlane.client.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'agent-ca', namespace: 'acme' },
      data: { 'ca.crt': Buffer.from(trusted.pem).toString('base64') },
    });
    await passTime(MINUTE);
    expect(await untilPolled(DATA_PLANE, false)).toMatchObject({
      status: { conditions: [{ type: 'Created' }] },
    });
  });

  it('lets a plane go that was never accepted', async () => {
    const secretKeyRef = { name: 'not-there', key: 'ca.crt' };
    await create('DataPlane', 'eu', { secretKeyRef });
    await eventually(
      () => get(DATA_PLANE),
      plane => plane?.metadata.finalizers?.length === 1,
    );
    await controllers.settled();
    await controlPlane.client.delete(DATA_PLANE);
    const left = await eventually(
      () => get(DATA_PLANE),
      plane => plane === undefined,
    );
    expect(left).toBeUndefined();
  });

  it('freezes a namespaced plane with a broken CA; a Cluster kind goes on, with its generation behind', async () => {
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint });
    const cluster = { plural: 'clusterdataplanes', name: 'eu' };
    await create('DataPlane', 'eu', { value: trusted.pem });
    await create('ClusterDataPlane', 'eu', { value: trusted.pem });
    await untilPolled(DATA_PLANE, true);
    await untilPolled(cluster, true);
    await controllers.settled();
    const clientCA = { value: null, secretKeyRef: { name: 'x', key: 'y' } };
    const edited = { spec: { clusterAgent: { clientCA } } };
    await controlPlane.client.patch(DATA_PLANE, edited);
    await controlPlane.client.patch(cluster, edited);
    await eventually(
      async () => log.mock.calls.flat().join(),
      text => text.includes('DataPlane acme/eu'),
    );
    await passTime(2 * MINUTE);
    expect(await get(DATA_PLANE)).toMatchObject({
      metadata: { generation: 3 },
      status: {
        observedGeneration: 2,
        agentConnection: { connected: true, lastHeartbeatTime: START },
      },
    });
    expect(await get(cluster)).toMatchObject({
      metadata: { generation: 3 },
      status: {
        observedGeneration: 2,
        agentConnection: {
          connected: true,
          lastHeartbeatTime: '2026-11-21T10:02:00Z',
        },
      },
    });
  });

  it('blocks the deletion of a data plane that environments use, and lets it go after them', async () => {
    await create('DataPlane', 'eu', { value: trusted.pem });
    await create('DataPlane', 'free', { value: trusted.pem });
    const environment = (name: string, spec: object) =>
      controlPlane.client.create({
        apiVersion: 'openchoreo.dev/v1alpha1',
        kind: 'Environment',
        metadata: { name, namespace: 'acme' },
        spec,
      });
    await environment('prod', {
      dataPlaneRef: { kind: 'DataPlane', name: 'eu' },
    });
    await environment('shared', {
      dataPlaneRef: { kind: 'ClusterDataPlane', name: 'free' },
    });
    await environment('unset', {});
    await untilPolled(DATA_PLANE, false);
    await untilPolled({ ...DATA_PLANE, name: 'free' }, false);
    await controlPlane.client.delete({ ...DATA_PLANE, name: 'free' });
    await controlPlane.client.delete(DATA_PLANE);
    await eventually(
      () => get({ ...DATA_PLANE, name: 'free' }),
      plane => plane === undefined,
    );
    const blocked = await eventually(
      () => get(DATA_PLANE),
      plane => JSON.stringify(plane?.status).includes('Finalizing'),
    );
    expect(blocked).toMatchObject({
      metadata: { deletionTimestamp: expect.any(String) },
      status: {
        conditions: [
          { type: 'Created', status: 'True' },
          {
            type: 'Finalizing',
            status: 'False',
            reason: 'DeletionBlocked',
            message:
              'Deletion blocked: dataplane is still referenced by 1 environment(s)',
          },
        ],
      },
    });
    await controlPlane.client.delete({
      plural: 'environments',
      namespace: 'acme',
      name: 'prod',
    });
    await eventually(
      () => get(DATA_PLANE),
      plane => plane === undefined,
    );
  });

  it('goes on after the API server was away, and finds a kind that is served later', async () => {
    gateway.addAgents({ ...POOL, signedBy: trusted.fingerprint });
    await create('DataPlane', 'eu', { value: trusted.pem });
    await untilPolled(DATA_PLANE, true);
    await controlPlane.removeCrd('observabilityplanes');
    await controlPlane.stopServer();
    await passTime(MINUTE);
    await controlPlane.startServer();
    await controlPlane.installCrds('v1.2.0', ['observabilityplanes']);
    await create('ObservabilityPlane', 'eu', { value: trusted.pem });
    await passTime(MINUTE);
    await untilPolled({ ...DATA_PLANE, plural: 'observabilityplanes' }, false);
    await eventually(
      () => get(DATA_PLANE),
      plane => JSON.stringify(plane?.status).includes('10:02:00Z'),
    );
  });
});
