/** Runs three replicas of a portal on one PostgreSQL and 10 000 planes, and counts what each of them costs. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ReplicaProcess } from '../packages/system-tests/src/replicas/__testUtils__/ReplicaProcess';
import { ControlPlaneProcess } from './lib/ControlPlaneProcess';
import { currentManifest } from './lib/manifests';
import { runBenchmark } from './lib/runBenchmark';
import { startReplicas } from './lib/startReplicas';
import { percentile, printTable } from './lib/table';

const REPLICAS = 3;
const PLANES = 10_000;
const NAMESPACES = 500;
const CHANGES = 60;
const MINUTES = 2;
const POLL_MS = 20;
const LAG_BUDGET_SECONDS = 2;
const GIVE_UP_MS = 15 * 60_000;
/** How long nothing must be written to the catalog before it counts as at rest. */
const REST_MS = 20_000;

async function entityCount(replica: ReplicaProcess): Promise<number> {
  const answer: { totalItems: number } = JSON.parse(
    await replica.request(
      '/api/catalog/entities/by-query?filter=kind=resource&limit=1',
    ),
  );
  return answer.totalItems;
}

async function titleOf(
  replica: ReplicaProcess,
  index: number,
): Promise<string | undefined> {
  const { kind, metadata } = currentManifest(index, NAMESPACES);
  const slug = kind.replace(/Plane$/, '').toLowerCase();
  const entity: { metadata: { title?: string } } = JSON.parse(
    await replica.request(
      `/api/catalog/entities/by-name/resource/${metadata.namespace}/${slug}-plane-${metadata.name}`,
    ),
  );
  return entity.metadata.title;
}

async function until(isSo: () => Promise<boolean>, pause: number) {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) {
      throw new Error('The catalog does not become as it should be');
    }
    await delay(pause);
  }
}

async function main() {
  const controlPlane = await ControlPlaneProcess.start();
  await controlPlane.populate(PLANES, NAMESPACES);
  const gateway = await controlPlane.startGateway(PLANES, NAMESPACES);
  const startedAt = performance.now();
  const { replicas, stop } = await startReplicas(REPLICAS, {
    name: 'default',
    kubeconfig: { file: controlPlane.kubeconfigFile },
    gateway,
  });
  const [first] = replicas;
  await until(async () => (await entityCount(first)) === PLANES, 500);
  const firstSync = (performance.now() - startedAt) / 1000;
  const atStart = await controlPlane.requests();
  const lists = atStart.filter(({ verb }) => verb === 'list').length;
  await delay(REST_MS);

  const seconds: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const index = (change * 37) % PLANES;
    const title = `Changed ${change}`;
    const replica = replicas[change % replicas.length];
    await delay(Math.random() * 1000);
    const changedAt = performance.now();
    await controlPlane.setTitle({ index, namespaces: NAMESPACES, title });
    await until(async () => (await titleOf(replica, index)) === title, POLL_MS);
    seconds.push((performance.now() - changedAt) / 1000);
  }

  const heartbeats = { planes: PLANES, namespaces: NAMESPACES };
  // The first heartbeat of a plane is a change of its status.
  await controlPlane.heartbeats({
    ...heartbeats,
    perMinute: PLANES,
    minutes: 1,
  });
  await controlPlane.requests();
  const before = await Promise.all(replicas.map(each => each.usage()));
  const quietAt = performance.now();
  await controlPlane.heartbeats({
    ...heartbeats,
    perMinute: PLANES,
    minutes: MINUTES,
  });
  const elapsed = (performance.now() - quietAt) / 1000;
  const after = await Promise.all(replicas.map(each => each.usage()));
  // What writes the heartbeats goes past the proxy that counts.
  const calls = (await controlPlane.requests()).length;

  const p95 = percentile(seconds, 0.95);
  printTable(
    `${REPLICAS} replicas on one PostgreSQL, ${PLANES} planes in ${NAMESPACES} namespaces`,
    [
      {
        what: 'lists of the control plane until all know all',
        measured: `${lists}, ${(lists / REPLICAS).toFixed(0)} a replica`,
      },
      {
        what: `from an empty catalog to ${PLANES} entities`,
        measured: `${firstSync.toFixed(0)} s`,
      },
      {
        what: `change to visible on any replica, ${CHANGES} changes, p95`,
        measured: `${p95.toFixed(2)} s`,
        budget: `<= ${LAG_BUDGET_SECONDS} s`,
        within: p95 <= LAG_BUDGET_SECONDS,
      },
      { what: 'p50', measured: `${percentile(seconds, 0.5).toFixed(2)} s` },
      {
        what: 'calls of the Kubernetes API, heartbeats once a minute',
        measured: `${(calls / MINUTES / REPLICAS).toFixed(
          1,
        )} a minute and replica`,
      },
      // Whole backends, the catalog's processing and stitching included.
      ...replicas.map((_, i) => {
        const cpu = (after[i].cpuSeconds - before[i].cpuSeconds) / elapsed;
        return {
          what: `replica ${i + 1} meanwhile`,
          measured: `${(cpu * 100).toFixed(1)} % of one core, ${(
            after[i].residentBytes /
            2 ** 20
          ).toFixed(0)} MiB`,
        };
      }),
    ],
  );
  await stop();
  await controlPlane.stop();
}

runBenchmark(main);
