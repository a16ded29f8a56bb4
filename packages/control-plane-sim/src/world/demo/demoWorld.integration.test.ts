import { X509Certificate } from 'node:crypto';
import {
  readPlaneResource,
  PlaneResource,
} from '../../controllers/planeResource';
import { SimulatedGateway } from '../../controllers/gateway/SimulatedGateway';
import { PlaneControllers } from '../../controllers/PlaneControllers';
import {
  CURRENT_PLANE_KINDS,
  SIMULATED_PLANE_KINDS,
} from '../../controllers/planeKinds';
import { FakeTiming } from '../../controllers/testUtils/FakeTiming';
import { ApiConnection } from '../../controllers/kubernetes/HttpsConnection';
import { startTestControlPlane } from '../../testing/startTestControlPlane';
import { TestControlPlane } from '../../testing/TestControlPlane';
import { readKubeconfig } from '../../testUtils/readKubeconfig';
import { applyWorld } from '../applyWorld';
import { DAY, HOUR } from '../durations';
import { DEMO_RELEASES } from '../startWorld';
import { World } from '../World';
import { demoWorld } from './demoWorld';

const START = '2026-11-21T10:00:00Z';
/** A heartbeat is at most one ping and one poll old. */
const FRESH_MS = 90_000;

jest.setTimeout(120_000);

/** The state in the words of the demo's data, from nothing but the resource. */
function stateOf(plane: PlaneResource, now: number): string {
  const { conditions = [], agentConnection } = plane.status;
  const blocked = conditions.some(
    ({ type, status, reason }) =>
      type === 'Finalizing' &&
      status === 'False' &&
      reason === 'DeletionBlocked',
  );
  if (plane.deleting) {
    return blocked ? 'deletion-blocked' : 'deleting';
  }
  if (!conditions.some(({ type }) => type === 'Created')) {
    return 'not-accepted';
  }
  if (!agentConnection?.connected) {
    return agentConnection?.lastDisconnectedTime
      ? 'disconnected'
      : 'never-connected';
  }
  const heartbeat = Date.parse(agentConnection.lastHeartbeatTime ?? '');
  return now - heartbeat <= FRESH_MS ? 'connected' : 'stale';
}

// Passes on the simulator and on a real kube-apiserver.
describe('demoWorld', () => {
  const timing = new FakeTiming(START);
  const gateway = new SimulatedGateway({ timing });
  let controlPlane: TestControlPlane;
  let api: ApiConnection;
  let world: World;
  let controllers: PlaneControllers;

  /** Every plane by `Kind namespace/name`. */
  async function readPlanes(): Promise<Map<string, PlaneResource>> {
    const planes = new Map<string, PlaneResource>();
    for (const kind of SIMULATED_PLANE_KINDS) {
      for (const object of await controlPlane.client.list(kind.plural)) {
        const plane = readPlaneResource(kind, object);
        if (plane) {
          planes.set(
            `${kind.kind} ${plane.namespace ?? ''}/${plane.name}`,
            plane,
          );
        }
      }
    }
    return planes;
  }

  async function states(): Promise<Map<string, string>> {
    const planes = await readPlanes();
    return new Map(
      [...planes].map(([key, plane]) => [key, stateOf(plane, timing.now())]),
    );
  }

  function clientCa(kind: string, name: string) {
    const planned = world.planes.find(
      ({ manifest }) =>
        manifest.kind === kind && manifest.metadata.name === name,
    );
    const { clusterAgent } = planned?.manifest.spec as {
      clusterAgent: { clientCA: { value: string } };
    };
    return clusterAgent.clientCA.value;
  }

  beforeAll(async () => {
    controlPlane = await startTestControlPlane({
      releases: [...DEMO_RELEASES],
    });
    api = await readKubeconfig(controlPlane.kubeconfigFile);
    world = await demoWorld(timing.now());
    await applyWorld(api, world);
    for (const { agents } of world.planes) {
      if (agents) {
        gateway.addAgents(agents);
      }
    }
    controllers = await PlaneControllers.start({
      api,
      gateway,
      timing,
      kinds: CURRENT_PLANE_KINDS,
    });
  });

  afterAll(async () => {
    await controllers?.stop();
    await controlPlane?.stop();
  });

  const UNHEALTHY = {
    'BuildPlane acme/ci': 'stale',
    'BuildPlane globex/builder': 'disconnected',
    'ClusterBuildPlane /shared-builder': 'stale',
    'ClusterObservabilityPlane /audit': 'not-accepted',
    'DataPlane acme/cardholder-data': 'not-accepted',
    'DataPlane acme/eu-west-prod': 'disconnected',
    'DataPlane globex/scada-legacy': 'deletion-blocked',
    'DataPlane globex/substation-edge': 'never-connected',
    'DataPlane initech/payroll-dr': 'disconnected',
    'DataPlane vandelay/santos': 'deleting',
    'WorkflowPlane acme/builds': 'stale',
    'WorkflowPlane initech/windows-ci': 'never-connected',
    'WorkflowPlane vandelay/default': 'never-connected',
  };

  it('shows every plane in the state that it is there for, for hours', async () => {
    const isUnhealthy = ([, state]: [string, string]) => state !== 'connected';
    const atFirst = await readPlanes();
    expect(atFirst.size).toBe(world.planes.length);
    expect(
      Object.fromEntries([...(await states())].filter(isUnhealthy)),
    ).toEqual(UNHEALTHY);
    for (let hour = 0; hour < 6; hour += 1) {
      timing.advance(HOUR);
      await controllers.settled();
    }
    expect(
      Object.fromEntries([...(await states())].filter(isUnhealthy)),
    ).toEqual(UNHEALTHY);
    const later = await readPlanes();
    for (const key of Object.keys(UNHEALTHY)) {
      expect(later.get(key)).toEqual(atFirst.get(key));
    }
  });

  it('has agents in high availability, and a Cluster kind that shows agents of another CA', async () => {
    const planes = await readPlanes();
    expect(
      planes.get('DataPlane acme/eu-central-prod')?.status.agentConnection,
    ).toMatchObject({ connectedAgents: 3 });
    expect(
      planes.get('ClusterDataPlane /shared')?.status.agentConnection,
    ).toMatchObject({ connected: true, connectedAgents: 2 });
    const fingerprint = (name: string) =>
      new X509Certificate(clientCa('ClusterDataPlane', name)).fingerprint256;
    expect(fingerprint('shared')).not.toBe(fingerprint('default'));
  });

  it('has planes in two namespaces that report the same agents', async () => {
    const planes = await readPlanes();
    const [acme, vandelay] = ['acme', 'vandelay'].map(namespace =>
      planes.get(`DataPlane ${namespace}/rotterdam`),
    );
    expect(acme?.planeID).toBe(vandelay?.planeID);
    for (const plane of [acme, vandelay]) {
      expect(plane?.status.agentConnection?.connectedAgents).toBe(2);
    }
  });

  it('has the certificates that go wrong in real life', () => {
    const certificate = (name: string) =>
      new X509Certificate(clientCa('DataPlane', name));
    const daysLeft = (name: string) =>
      (Date.parse(certificate(name).validTo) - Date.parse(START)) / DAY;
    expect(daysLeft('us-east')).toBe(12);
    expect(daysLeft('singapore')).toBe(-3);
    expect(daysLeft('eu-central-prod')).toBeGreaterThan(365);
    expect(certificate('eu-central-prod').ca).toBe(true);
    expect(certificate('uat').ca).toBe(false);
    const encoded = clientCa('WorkflowPlane', 'windows-ci');
    expect(encoded).not.toContain('BEGIN');
    expect(Buffer.from(encoded, 'base64').toString()).toContain(
      'BEGIN CERTIFICATE',
    );
  });

  it('refers to planes from environments and workflows, and once to a plane that does not exist', async () => {
    const planes = await readPlanes();
    const references = (await controlPlane.client.list('dataplanes')).flatMap(
      ({ metadata, spec }) => {
        const { observabilityPlaneRef: ref } = spec as {
          observabilityPlaneRef?: { kind: string; name: string };
        };
        const namespace = ref?.kind.startsWith('Cluster')
          ? ''
          : metadata.namespace;
        return ref
          ? [`${metadata.name} ${ref.kind} ${namespace}/${ref.name}`]
          : [];
      },
    );
    expect(
      references.filter(text => !planes.has(text.replace(/^\S+ /, ''))),
    ).toEqual(['trading ObservabilityPlane globex/trading-metrics']);
    for (const [plural, field] of [
      ['environments', 'dataPlaneRef'],
      ['workflows', 'workflowPlaneRef'],
      ['clusterworkflows', 'workflowPlaneRef'],
    ]) {
      const objects = await controlPlane.client.list(plural);
      expect(objects.length).toBeGreaterThan(2);
      for (const { metadata, spec } of objects) {
        const ref = (spec as Record<string, { kind: string; name: string }>)[
          field
        ] ?? { kind: 'DataPlane', name: 'default' };
        const namespace = ref.kind.startsWith('Cluster')
          ? ''
          : metadata.namespace;
        expect([...planes.keys()]).toContain(
          `${ref.kind} ${namespace}/${ref.name}`,
        );
      }
    }
  });

  it('has runs in every state, and what they were in older releases', async () => {
    const runs = await controlPlane.client.list('workflowruns');
    const older = [
      ...(await controlPlane.client.list('builds')),
      ...(await controlPlane.client.list('componentworkflowruns')),
    ];
    expect(runs.length + older.length).toBe(world.runs?.length);
    for (const { status } of [...runs, ...older]) {
      expect(status).toMatchObject({ conditions: expect.any(Array) });
    }
  });

  it('can be applied again', async () => {
    await applyWorld(api, { ...(await demoWorld(timing.now())), runs: [] });
    await controllers.settled();
    expect((await readPlanes()).size).toBe(world.planes.length);
  });
});
