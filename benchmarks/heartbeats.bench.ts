/** Lets 10 000 planes send a heartbeat each minute, and counts what that costs the portal's backend. */
import { ConfigReader } from '@backstage/config';
import { readPlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';
import { TestMetrics } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { PlanePublisher } from '../plugins/catalog-backend-module-planes/src/provider/PlanePublisher';
import { ControlPlaneProcess } from './lib/ControlPlaneProcess';
import { silentLogger } from './lib/silentLogger';
import { startInventory } from './lib/startInventory';
import { runBenchmark } from './lib/runBenchmark';
import { printTable } from './lib/table';

const PLANES = 10_000;
const NAMESPACES = 500;
const MINUTES = 2;
const CPU_BUDGET = 0.1;

async function main() {
  const controlPlane = await ControlPlaneProcess.start();
  await controlPlane.populate(PLANES, NAMESPACES);
  const inventory = await startInventory(controlPlane.kubeconfigFile, PLANES);

  let mutations = 0;
  const publisher = PlanePublisher.create({
    inventory,
    config: readPlanesConfig(new ConfigReader({})),
    logger: silentLogger,
    metrics: new TestMetrics(),
  });
  let settle = () => {};
  const settled = new Promise<void>(resolve => {
    settle = resolve;
  });
  const connection = {
    async applyMutation() {
      mutations++;
      settle();
    },
    async refresh() {},
  };
  for (const provider of publisher.providers) {
    await provider.connect(connection);
  }
  publisher.start();
  await settled;
  // The first heartbeat of a plane is a change of status: send it before counting.
  await controlPlane.heartbeats({
    planes: PLANES,
    namespaces: NAMESPACES,
    perMinute: PLANES * 4,
    minutes: 0.25,
  });

  mutations = 0;
  let heard = 0;
  inventory.subscribe(changes => {
    heard += changes.length;
  });
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const sent = await controlPlane.heartbeats({
    planes: PLANES,
    namespaces: NAMESPACES,
    perMinute: PLANES,
    minutes: MINUTES,
  });
  const elapsedUs = (performance.now() - startedAt) * 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / elapsedUs;
  printTable(
    `Heartbeats: ${PLANES} planes, one a minute each, ${MINUTES} min`,
    [
      {
        what: 'catalog writes',
        measured: `${mutations}`,
        budget: '0',
        within: mutations === 0,
      },
      {
        what: 'CPU of the portal side',
        measured: `${(cpu * 100).toFixed(1)} % of one core`,
        budget: `<= ${CPU_BUDGET * 100} %`,
        within: cpu <= CPU_BUDGET,
      },
      { what: 'heartbeats sent / heard', measured: `${sent} / ${heard}` },
    ],
  );
  await publisher.stop();
  await inventory.stop();
  await controlPlane.stop();
}

runBenchmark(main);
