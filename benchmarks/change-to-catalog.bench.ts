/** Changes planes one after another, and takes the time until the catalog's API shows each change. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import { ControlPlaneProcess } from './lib/ControlPlaneProcess';
import { currentManifest } from './lib/manifests';
import { startCatalog } from './lib/startCatalog';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable } from './lib/table';

const PLANES = 300;
const NAMESPACES = 30;
const CHANGES = 100;
const BUDGET_SECONDS = 2;
const POLL_MS = 10;
const GIVE_UP_MS = 30_000;

function entityUrl(base: string, index: number): string {
  const { kind, metadata } = currentManifest(index, NAMESPACES);
  const slug = kind.replace(/Plane$/, '').toLowerCase();
  return `${base}/entities/by-name/resource/${metadata.namespace}/${slug}-plane-${metadata.name}`;
}

async function untilShown(url: string, title: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  for (;;) {
    if (performance.now() > deadline) {
      throw new Error(`${url} does not show '${title}'`);
    }
    const answer = await fetch(url);
    if (answer.ok) {
      const entity = (await answer.json()) as Entity;
      if (entity.metadata.title === title) {
        return;
      }
    }
    await delay(POLL_MS);
  }
}

async function main() {
  const controlPlane = await ControlPlaneProcess.start();
  await controlPlane.populate(PLANES, NAMESPACES);
  const startedAt = performance.now();
  const catalog = await startCatalog(controlPlane.kubeconfigFile);
  for (let index = 0; index < PLANES; index++) {
    await untilShown(entityUrl(catalog.url, index), `Plane ${index}`);
  }
  const firstSync = (performance.now() - startedAt) / 1000;

  const seconds: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const index = (change * 7) % PLANES;
    const title = `Changed ${change}`;
    // Changes at times of their own, not in step with what the catalog does once a second.
    await delay(Math.random() * 1000);
    const changedAt = performance.now();
    await controlPlane.setTitle({ index, namespaces: NAMESPACES, title });
    await untilShown(entityUrl(catalog.url, index), title);
    seconds.push((performance.now() - changedAt) / 1000);
  }
  const p95 = percentile(seconds, 0.95);
  printTable(
    `Change to visible through the catalog API: ${CHANGES} changes to ${PLANES} planes, SQLite`,
    [
      {
        what: 'p95',
        measured: `${p95.toFixed(2)} s`,
        budget: `<= ${BUDGET_SECONDS} s`,
        within: p95 <= BUDGET_SECONDS,
      },
      { what: 'p50', measured: `${percentile(seconds, 0.5).toFixed(2)} s` },
      { what: 'slowest', measured: `${Math.max(...seconds).toFixed(2)} s` },
      {
        what: `from an empty catalog to all ${PLANES} entities`,
        measured: `${firstSync.toFixed(1)} s`,
      },
    ],
  );
  await catalog.stop();
  await controlPlane.stop();
}

runBenchmark(main);
