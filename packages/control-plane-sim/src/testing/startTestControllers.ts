import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { PlaneControllers } from '../controllers/PlaneControllers';
import { GatewayServer } from '../gatewayServer/GatewayServer';
import {
  BackingApiServer,
  TestControllers,
  TestControllersOptions,
} from './TestControlPlane';

/** Starts controllers and a gateway on a control plane; resolves when the controllers have seen every plane. */
export async function startTestControllers(
  { url, caPem, adminToken }: BackingApiServer,
  directory: string,
  options: TestControllersOptions = {},
): Promise<{ controllers: TestControllers; stop(): Promise<void> }> {
  const { agents = [], clusters = [], tunnelTimeoutMs, timing } = options;
  const gateway = new SimulatedGateway({ timing });
  const gatewayServer = await GatewayServer.start({
    gateway,
    directory,
    tunnelTimeoutMs,
    timing,
  });
  agents.forEach(each => gateway.addAgents(each));
  clusters.forEach(each => gatewayServer.clusters.add(each));
  // Past the faults, which are meant for the portal.
  const controllers = await PlaneControllers.start({
    api: { url, caPem, token: adminToken },
    gateway,
    pollIntervalMs: options.pollIntervalMs,
    timing,
  });
  return {
    controllers: {
      gateway,
      gatewayServer,
      settled: () => controllers.settled(),
    },
    async stop() {
      await controllers.stop();
      await gatewayServer.stop();
    },
  };
}
