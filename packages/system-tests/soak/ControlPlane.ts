import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  KubernetesClient,
  type RunningWorld,
  startWorld,
} from '@openchoreo-planes/control-plane-sim';
import type { ConfiguredControlPlane } from './BackendProcess';

/** Planes that are generated on the first control plane besides the demo's, and on each other one. */
const PLANES = { demo: 20, other: 60 };
const CONTROL_PLANES = ['default', 'east', 'west'];

/** A simulated control plane with its gateway, agents and controllers. */
export class ControlPlane {
  readonly name: string;
  readonly world: RunningWorld;
  readonly client: KubernetesClient;

  private constructor(name: string, world: RunningWorld) {
    this.name = name;
    this.world = world;
    this.client = new KubernetesClient(world.server);
  }

  /** The first one has the demo's organisations and runs, the others many planes. */
  static async startAll(directory: string): Promise<ControlPlane[]> {
    const started: ControlPlane[] = [];
    for (const [index, name] of CONTROL_PLANES.entries()) {
      const own = join(directory, name);
      await mkdir(own, { recursive: true });
      const world = await startWorld({
        directory: own,
        world: index === 0 ? 'demo' : 'empty',
        planes: index === 0 ? PLANES.demo : PLANES.other,
      });
      started.push(new ControlPlane(name, world));
    }
    return started;
  }

  get config(): ConfiguredControlPlane {
    const { proxy, gatewayServer } = this.world;
    const { caFile, certFile, keyFile } = gatewayServer.files;
    return {
      name: this.name,
      kubeconfig: { file: proxy.kubeconfigFile },
      gateway: { url: gatewayServer.url, caFile, certFile, keyFile },
    };
  }

  /** Ends every fault that is in force. */
  async heal(): Promise<void> {
    const { proxy, server } = this.world;
    proxy.faults.clear();
    await server.startServer();
    await proxy.writeKubeconfig(server.adminToken);
  }

  /** How many watches were opened since the last call. */
  countWatches(): number {
    const { proxy } = this.world;
    const watches = proxy.requests().filter(({ verb }) => verb === 'watch');
    proxy.clearRequests();
    return watches.length;
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.world.stop();
  }
}
