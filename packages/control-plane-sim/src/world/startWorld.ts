import { ApiServer } from '../ApiServer';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { PlaneControllers } from '../controllers/PlaneControllers';
import { CURRENT_PLANE_KINDS } from '../controllers/planeKinds';
import { FaultProxy } from '../faults/FaultProxy';
import { applyWorld } from './applyWorld';
import { createAgentCas } from './certificates';
import { demoWorld } from './demo/demoWorld';
import { generatePlanes } from './generatePlanes';
import { World } from './World';

/** Those of 1.2, and the build planes that the upgrade from 0.17 left. */
const RELEASES = ['v0.17.0', 'v1.2.0'];
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
  /** How many planes to generate besides. */
  readonly planes?: number;
  /** The name of the context in the kubeconfig. */
  readonly name?: string;
  /** Receives a sentence for what a person may want to know. */
  readonly log?: (message: string) => void;
}

/** A running control plane: its API, its agents and its controllers. @public */
export interface RunningWorld {
  readonly server: ApiServer;
  /** What clients are to use: the server, with faults that can be injected. */
  readonly proxy: FaultProxy;
  readonly gateway: SimulatedGateway;
  readonly controllers: PlaneControllers;
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
  };
}

function backdatePlanes(server: ApiServer, world: World): void {
  for (const { manifest, createdAt } of world.planes) {
    if (createdAt !== undefined) {
      const plural = `${manifest.kind.toLowerCase()}s`;
      server.backdate(
        { group: 'openchoreo.dev', plural },
        manifest.metadata,
        new Date(createdAt),
      );
    }
  }
}

/**
 * Starts an API server, puts planes on it, and runs controllers and agents. Resolves when every
 * plane is what it is meant to be. As in a control plane that was upgraded, nobody controls build
 * planes.
 *
 * @throws Error where the port is taken or the directory cannot be written
 * @public
 */
export async function startWorld(
  options: StartWorldOptions,
): Promise<RunningWorld> {
  const { directory, port, name, log } = options;
  const server = await ApiServer.start({ directory, releases: RELEASES });
  const api = {
    url: server.url,
    caPem: server.caPem,
    token: server.adminToken,
  };
  let proxy: FaultProxy | undefined;
  try {
    // Its kubeconfig takes the place of the server's. The controllers go past it, and so past its faults.
    proxy = await FaultProxy.start({ target: server, directory, port, name });
    const running = proxy;
    const world = await createWorld(options);
    await applyWorld(api, world);
    backdatePlanes(server, world);
    const gateway = new SimulatedGateway();
    for (const { agents } of world.planes) {
      if (agents) {
        gateway.addAgents(agents);
      }
    }
    const controllers = await PlaneControllers.start({
      api,
      gateway,
      kinds: CURRENT_PLANE_KINDS,
      log,
    });
    return {
      server,
      proxy: running,
      gateway,
      controllers,
      planes: world.planes.length,
      async stop() {
        await running.stop();
        await controllers.stop();
        await server.stop();
      },
    };
  } catch (error) {
    await proxy?.stop();
    await server.stop();
    throw error;
  }
}
