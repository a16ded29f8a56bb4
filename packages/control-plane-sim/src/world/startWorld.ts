import { ApiServer } from '../ApiServer';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { PlaneControllers } from '../controllers/PlaneControllers';
import { CURRENT_PLANE_KINDS } from '../controllers/planeKinds';
import { DEFAULT_RELEASE, mergeReleaseCrds } from '../crds/releases';
import { FaultProxy } from '../faults/FaultProxy';
import { gatewayEndpoint } from '../gatewayServer/gatewayEndpoint';
import { GatewayServer } from '../gatewayServer/GatewayServer';
import { isJsonObject } from '../objects/json';
import { applyWorld } from './applyWorld';
import { backdate } from './backdate';
import { createAgentCas } from './certificates';
import { demoWorld } from './demo/demoWorld';
import { DEMO_WORKFLOW_TIMING } from './demo/runs/planDemoRuns';
import { generatePlanes } from './generatePlanes';
import { World } from './World';
import { WorldRuns } from './WorldRuns';

/** Those of 1.2, and what the upgrades from 0.14 and 0.17 left: build planes, and what workflow runs were before. */
export const DEMO_RELEASES: readonly string[] = [
  'v0.14.0',
  'v0.17.0',
  'v1.2.0',
];
/** Since this plural is served, nobody controls build planes. */
const REPLACEMENT_OF_BUILD_PLANES = 'workflowplanes.openchoreo.dev';
const PLANES_PER_NAMESPACE = 20;
const GENERATED_CAS = 8;

/** How a control plane with planes on it begins. @public */
export interface StartWorldOptions {
  /** Where certificates, token and kubeconfig are kept. */
  readonly directory: string;
  /** The port of the Kubernetes API; a free one unless given. */
  readonly port?: number;
  /** The organisations of the demo, or no planes at all. */
  readonly world: 'demo' | 'empty';
  /** The OpenChoreo release whose resources an empty world serves; the latest unless given. The demo has its own. */
  readonly release?: string;
  /** How many planes to generate besides. */
  readonly planes?: number;
  /** The port of the cluster gateway's internal API; a free one unless given. */
  readonly gatewayPort?: number;
  /** How long the gateway waits for an agent, in milliseconds; 30 000 unless given. */
  readonly tunnelTimeoutMs?: number;
  /** The name of the context in the kubeconfig. */
  readonly name?: string;
  /** Receives a sentence for what a person may want to know. */
  readonly log?: (message: string) => void;
}

/** A running control plane: its API, its agents, its controllers and its workflow runs. @public */
export interface RunningWorld {
  readonly server: ApiServer;
  /** What clients are to use: the server, with faults that can be injected. */
  readonly proxy: FaultProxy;
  readonly gateway: SimulatedGateway;
  /** The gateway's internal API, the clusters behind it, and what can go wrong with them. */
  readonly gatewayServer: GatewayServer;
  readonly controllers: PlaneControllers;
  /** They begin a moment after everything else. */
  readonly runs: WorldRuns;
  /** How many planes it began with. */
  readonly planes: number;
  stop(): Promise<void>;
}

async function createWorld(options: StartWorldOptions): Promise<World> {
  const now = Date.now();
  const demo: World =
    options.world === 'demo'
      ? await demoWorld(now)
      : { objects: [], planes: [] };
  const count = options.planes ?? 0;
  const generated = generatePlanes({
    count,
    namespaces: Math.ceil(count / PLANES_PER_NAMESPACE),
    kinds: CURRENT_PLANE_KINDS,
    agentCas: await createAgentCas(count > 0 ? GENERATED_CAS : 0, now),
    now,
  });
  return {
    objects: [...demo.objects, ...generated.objects],
    planes: [...demo.planes, ...generated.planes],
    runs: demo.runs,
    clusters: demo.clusters,
  };
}

function releasesOf({ world, release }: StartWorldOptions): readonly string[] {
  return world === 'demo' ? DEMO_RELEASES : [release ?? DEFAULT_RELEASE];
}

/** The kinds that somebody controls: all but those that another one has replaced. */
async function controlledKinds(
  releases: readonly string[],
): Promise<readonly string[] | undefined> {
  const crds = await mergeReleaseCrds(releases);
  const hasReplacement = crds.some(
    ({ metadata }) =>
      isJsonObject(metadata) && metadata.name === REPLACEMENT_OF_BUILD_PLANES,
  );
  return hasReplacement ? CURRENT_PLANE_KINDS : undefined;
}

/**
 * Starts an API server, puts planes on it, and runs controllers and agents. Resolves when every
 * plane is what it is meant to be; the workflow runs follow. As in a control plane that was upgraded,
 * nobody controls build planes.
 *
 * @throws Error where the port is taken or the directory cannot be written
 * @public
 */
export async function startWorld(
  options: StartWorldOptions,
): Promise<RunningWorld> {
  const { directory, port, gatewayPort, tunnelTimeoutMs, name, log } = options;
  const releases = releasesOf(options);
  const kinds = await controlledKinds(releases);
  const server = await ApiServer.start({ directory, releases });
  const gateway = new SimulatedGateway();
  const api = {
    url: server.url,
    caPem: server.caPem,
    token: server.adminToken,
  };
  const started: { stop(): Promise<void> }[] = [server];
  const stop = async () => {
    for (const each of started.splice(0).reverse()) {
      await each.stop();
    }
  };
  try {
    const gatewayServer = await GatewayServer.start({
      gateway,
      directory,
      port: gatewayPort,
      tunnelTimeoutMs,
      workflowTiming: DEMO_WORKFLOW_TIMING,
    });
    started.push(gatewayServer);
    // Its kubeconfig takes the place of the server's. The controllers go past it, and so past its faults.
    const proxy = await FaultProxy.start({
      target: server,
      directory,
      port,
      name,
      endpoints: [gatewayEndpoint(gatewayServer)],
    });
    started.push(proxy);
    const world = await createWorld(options);
    await applyWorld(api, { ...world, runs: [] });
    backdate(server, world.planes);
    for (const { agents } of world.planes) {
      if (agents) {
        gateway.addAgents(agents);
      }
    }
    for (const cluster of world.clusters ?? []) {
      gatewayServer.clusters.add(cluster);
    }
    const controllers = await PlaneControllers.start({
      api,
      gateway,
      kinds,
      spreadPolls: true,
      log,
    });
    started.push(controllers);
    const runs = WorldRuns.start({
      server,
      api,
      gateway: await gatewayServer.connection(),
      runs: world.runs ?? [],
      log,
    });
    started.push(runs);
    return {
      server,
      proxy,
      gateway,
      gatewayServer,
      controllers,
      runs,
      planes: world.planes.length,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
