import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlantedWorkflow } from '../argo/cluster';
import { WorkflowTiming } from '../argo/engine';
import { poolKey, TunnelAddress } from '../controllers/gateway/addresses';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { GatewayPlaneType } from '../controllers/planeKinds';
import { systemTiming, Timing } from '../controllers/timing';
import {
  GatewayServer,
  GatewayServerRequest,
} from '../gatewayServer/GatewayServer';
import { PlaneBehaviour } from '../planeClusters/PlaneBehaviour';
import { SimulatedSecretStore } from '../planeClusters/secretStores';

/** A plane's resource, and the agents and the cluster behind it. @public */
export interface TestGatewayPlane extends TunnelAddress {
  readonly planeType: GatewayPlaneType;
  /** How many agents dial for the plane type and planeID; 1 unless given. Of planes that share them, the first decides. */
  readonly agents?: number;
  /** Whether the resource names the CA that signed the agents; true unless given. */
  readonly authorised?: boolean;
  /** `healthy` unless given. */
  readonly behaviour?: PlaneBehaviour;
  /** The ClusterSecretStores of the cluster; one with the name `default` unless given. */
  readonly secretStores?: readonly SimulatedSecretStore[];
  /** The physical cluster; planes that name the same one are colocated. Each plane type and planeID has its own unless given. */
  readonly cluster?: string;
  /** Argo workflows in the cluster. */
  readonly workflows?: readonly PlantedWorkflow[];
}

/** How a test gateway begins. @public */
export interface TestGatewayOptions {
  readonly planes: readonly TestGatewayPlane[];
  /** How long a wedged agent is waited for, in milliseconds; 30 000 unless given. */
  readonly tunnelTimeoutMs?: number;
  /** How fast Argo is in the clusters; as it is in reality unless given. */
  readonly workflowTiming?: Partial<WorkflowTiming>;
  readonly timing?: Timing;
}

/** A cluster gateway with agents and clusters behind it, without a control plane. @public */
export interface TestGateway {
  readonly url: string;
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** A client certificate that the gateway does not accept. */
  readonly strangerCertFile: string;
  readonly strangerKeyFile: string;
  /** Starts or stops agents; those that start are connected at once. */
  setAgents(planeType: GatewayPlaneType, planeID: string, count: number): void;
  /** Closes the connections of a plane's agents, which are back after 5 seconds. */
  dropAgents(planeType: GatewayPlaneType, planeID: string): void;
  /** Makes a plane's agents stand still: the tunnel times out, and after 90 seconds the gateway gives them up. */
  hangAgents(planeType: GatewayPlaneType, planeID: string): void;
  setBehaviour(
    planeType: GatewayPlaneType,
    planeID: string,
    behaviour: PlaneBehaviour,
  ): void;
  /** Whether agents are accepted for a resource. */
  authorise(resource: TunnelAddress, granted: boolean): void;
  /** Refuses every client certificate, or again only the stranger's. */
  refuseCertificates(refused: boolean): void;
  /** Every request since the start or the last {@link TestGateway.clearRequests}, oldest first. */
  requests(): GatewayServerRequest[];
  clearRequests(): void;
  /** Nobody reaches the gateway until {@link TestGateway.startServer}, after which agents dial again. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  stop(): Promise<void>;
}

/** There is one CA for all agents here; what it is does not matter. */
const SIGNER = 'agents';

function addPlanes(
  gateway: SimulatedGateway,
  server: GatewayServer,
  planes: readonly TestGatewayPlane[],
): void {
  for (const plane of planes) {
    gateway.trust(plane, plane.authorised === false ? [] : [SIGNER]);
  }
  const pools = new Map<string, TestGatewayPlane>();
  for (const plane of planes) {
    const key = poolKey(plane);
    pools.set(key, { ...plane, ...pools.get(key) });
  }
  const clusters = new Map<string, TestGatewayPlane[]>();
  for (const [key, plane] of pools) {
    const name = plane.cluster ?? key;
    clusters.set(name, [...(clusters.get(name) ?? []), plane]);
    gateway.addAgents({
      planeType: plane.planeType,
      planeID: plane.planeID,
      signedBy: SIGNER,
      count: plane.agents,
    });
  }
  for (const [name, members] of clusters) {
    const stores = members.flatMap(({ secretStores }) => secretStores ?? []);
    const isGiven = members.some(({ secretStores }) => secretStores);
    server.clusters.add({
      name,
      planes: members,
      secretStores: isGiven ? stores : undefined,
      workflows: members.flatMap(({ workflows }) => workflows ?? []),
    });
  }
}

/**
 * Starts a cluster gateway for tests of its clients, with agents and clusters as they are wanted.
 *
 * @throws Error where it cannot be started
 * @public
 */
export async function startTestGateway(
  options: TestGatewayOptions,
): Promise<TestGateway> {
  const { planes, tunnelTimeoutMs, timing = systemTiming } = options;
  const { workflowTiming } = options;
  const directory = await mkdtemp(join(tmpdir(), 'test-gateway-'));
  const gateway = new SimulatedGateway({ timing });
  const server = await GatewayServer.start({
    gateway,
    directory,
    tunnelTimeoutMs,
    workflowTiming,
    timing,
  });
  addPlanes(gateway, server, planes);
  return {
    url: server.url,
    ...server.files,
    setAgents: (planeType, planeID, count) =>
      server.setAgents({ planeType, planeID }, count),
    dropAgents: (planeType, planeID) =>
      server.dropAgents({ planeType, planeID }),
    hangAgents: (planeType, planeID) =>
      server.hangAgents({ planeType, planeID }),
    setBehaviour: (planeType, planeID, behaviour) =>
      server.setBehaviour({ planeType, planeID }, behaviour),
    authorise: (resource, granted) =>
      gateway.trust(resource, granted ? [SIGNER] : []),
    refuseCertificates: refused => server.refuseCertificates(refused),
    requests: () => server.requests(),
    clearRequests: () => server.clearRequests(),
    stopServer: () => server.stopServer(),
    startServer: () => server.startServer(),
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
