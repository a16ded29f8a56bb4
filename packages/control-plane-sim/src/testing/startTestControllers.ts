import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { PlaneControllers } from '../controllers/PlaneControllers';
import { WorkflowRunController } from '../controllers/workflowRuns/WorkflowRunController';
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
  const { workflowRuns = false, workflowTiming } = options;
  const gateway = new SimulatedGateway({ timing });
  const gatewayServer = await GatewayServer.start({
    gateway,
    directory,
    tunnelTimeoutMs,
    workflowTiming,
    timing,
  });
  agents.forEach(each => gateway.addAgents(each));
  clusters.forEach(each => gatewayServer.clusters.add(each));
  // Past the faults, which are meant for the portal.
  const api = { url, caPem, token: adminToken };
  const controllers = await PlaneControllers.start({
    api,
    gateway,
    pollIntervalMs: options.pollIntervalMs,
    timing,
  });
  const runs =
    workflowRuns === false
      ? undefined
      : WorkflowRunController.start({
          api,
          gateway: await gatewayServer.connection(),
          intervals: workflowRuns === true ? undefined : workflowRuns,
          timing,
        });
  return {
    controllers: {
      gateway,
      gatewayServer,
      settled: () => controllers.settled(),
      runsSettled: async () => runs?.settled(),
    },
    async stop() {
      await runs?.stop();
      await controllers.stop();
      await gatewayServer.stop();
    },
  };
}
