/** Takes agents away one after another, and the time until an open page is told and would show it. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import { planesResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ControlPlaneProcess } from './lib/ControlPlaneProcess';
import { currentManifest } from './lib/manifests';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable } from './lib/table';

const PLANES = 10_000;
const NAMESPACES = 500;
const LOSSES = 40;
const BUDGET_SECONDS = 5;
const GIVE_UP_MS = 60_000;
const SETTLE_MS = 500;

async function main() {
  const controlPlane = await ControlPlaneProcess.start();
  await controlPlane.populate(PLANES, NAMESPACES);
  const gateway = await controlPlane.startGateway(PLANES, NAMESPACES);

  const signals = new EventEmitter();
  const backend = await startTestBackend({
    features: [
      planesPlugin,
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.permissions.factory({ result: 'ALLOW' }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async () => {
            signals.emit('published');
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          openchoreo: {
            controlPlanes: [
              {
                name: 'default',
                kubeconfig: { file: controlPlane.kubeconfigFile },
                gateway,
              },
            ],
          },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/planes/planes`;

  /** What a page does when it is told that something changed, or opened: asks for its planes. */
  async function stateOf(index: number): Promise<string | undefined> {
    const { name } = currentManifest(index, NAMESPACES).metadata;
    const answer = await fetch(`${url}?planeID=${name}`);
    const { items } = planesResponseSchema.parse(await answer.json());
    return items[0]?.state.state;
  }

  async function until(index: number, state: string): Promise<void> {
    const deadline = performance.now() + GIVE_UP_MS;
    while ((await stateOf(index)) !== state) {
      if (performance.now() > deadline) {
        throw new Error(`Plane ${index} does not become ${state}`);
      }
      await Promise.race([once(signals, 'published'), delay(1000)]);
    }
  }

  await until(PLANES - 1, 'connected');
  const seconds: number[] = [];
  for (let loss = 0; loss < LOSSES; loss++) {
    const index = (loss * 37) % PLANES;
    // Losses at times of their own, not in step with the polls.
    await delay(SETTLE_MS + Math.random() * 3000);
    const lostAt = performance.now();
    await controlPlane.setAgents({ index, namespaces: NAMESPACES, count: 0 });
    await until(index, 'disconnected');
    seconds.push((performance.now() - lostAt) / 1000);
  }
  const p95 = percentile(seconds, 0.95);
  printTable(
    `Agent lost to a page told and answered: ${LOSSES} losses among ${PLANES} planes, one request a poll`,
    [
      {
        what: 'p95',
        measured: `${p95.toFixed(2)} s`,
        budget: `<= ${BUDGET_SECONDS} s`,
        within: p95 <= BUDGET_SECONDS,
      },
      { what: 'p50', measured: `${percentile(seconds, 0.5).toFixed(2)} s` },
      { what: 'slowest', measured: `${Math.max(...seconds).toFixed(2)} s` },
    ],
  );
  await backend.stop();
  await controlPlane.stop();
}

runBenchmark(main);
