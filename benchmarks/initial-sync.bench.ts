/** Reads 10 000 planes in 500 namespaces from a control plane that runs in another process. */
import { ControlPlaneProcess } from './lib/ControlPlaneProcess';
import { startInventory } from './lib/startInventory';
import { runBenchmark } from './lib/runBenchmark';
import { printTable } from './lib/table';

const PLANES = 10_000;
const NAMESPACES = 500;
const PAGE_SIZE = 500;
const KINDS_WITH_PLANES = 3;
const MIB = 1024 * 1024;

function heapUsed(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

async function main() {
  const controlPlane = await ControlPlaneProcess.start();
  await controlPlane.populate(PLANES, NAMESPACES);
  await controlPlane.requests();

  const heapBefore = heapUsed();
  const startedAt = performance.now();
  const inventory = await startInventory(controlPlane.kubeconfigFile, PLANES);
  const seconds = (performance.now() - startedAt) / 1000;
  const heap = (heapUsed() - heapBefore) / MIB;

  const requests = await controlPlane.requests();
  const lists = requests.filter(({ verb }) => verb === 'list');
  const populated = lists.filter(({ plural }) =>
    ['dataplanes', 'workflowplanes', 'observabilityplanes'].includes(
      plural ?? '',
    ),
  );
  const budget =
    KINDS_WITH_PLANES * Math.ceil(PLANES / KINDS_WITH_PLANES / PAGE_SIZE);
  const perNamespace = requests.filter(({ path }) =>
    path.includes('/namespaces/'),
  );
  printTable(`Initial sync: ${PLANES} planes in ${NAMESPACES} namespaces`, [
    {
      what: 'list calls for the three kinds with planes',
      measured: `${populated.length}`,
      budget: `<= ${budget} (1 per kind and ${PAGE_SIZE} objects)`,
      within: populated.length <= budget,
    },
    {
      what: 'calls for a single namespace',
      measured: `${perNamespace.length}`,
      budget: '0',
      within: perNamespace.length === 0,
    },
    {
      what: 'all calls, with discovery and the empty kinds',
      measured: `${requests.length}`,
    },
    {
      what: 'time until every plane is known',
      measured: `${seconds.toFixed(2)} s`,
    },
    {
      what: 'heap that the inventory holds',
      measured: `${heap.toFixed(1)} MiB`,
    },
  ]);
  await inventory.stop();
  await controlPlane.stop();
}

runBenchmark(main);
