/** Has a portal work under faults for minutes, and looks whether anything is left behind or out of step. */
import { setMaxListeners } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { planeKindInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import { type Actor, pause, play } from './actors/Actor';
import { AgentFlapper, type Pool } from './actors/AgentFlapper';
import { Listener } from './actors/Listener';
import { RunStarter } from './actors/RunStarter';
import { Saboteur } from './actors/Saboteur';
import { Visitor } from './actors/Visitor';
import { BackendProcess } from './BackendProcess';
import { readPlanes, readRuns, untilEqual } from './comparison';
import { ControlPlane } from './ControlPlane';
import { Portal } from './Portal';
import { Random } from './Random';
import { report, type Sample } from './report';
import { Tally } from './Tally';

const VISITORS = 8;
const LISTENERS = 4;
/** A time of faults and visits, after which all is healed and the backend measured at rest. */
const BUSY_MS = 40_000;
/** By then connections that are kept for a while are closed. */
const REST_MS = 7_000;
/** The part of the time that does not count: caches fill, code is compiled. */
const WARM_UP = 1 / 3;
const LOGS = resolve(__dirname, '../../../.cache/logs');

interface Stage {
  readonly controlPlanes: readonly ControlPlane[];
  readonly backend: BackendProcess;
  readonly portal: Portal;
  readonly tally: Tally;
  readonly random: Random;
}

/** The agents of the planes that are connected, by control plane. */
async function connectedPools(
  portal: Portal,
): Promise<ReadonlyMap<string, readonly Pool[]>> {
  const pools = new Map<string, Pool[]>();
  for (const { items } of await readPlanes(portal)) {
    for (const { planeID, ref, state } of items) {
      if (state.state === 'connected') {
        const { gatewayPlaneType: planeType } = planeKindInfo(ref.kind);
        const known = pools.get(ref.controlPlane) ?? [];
        pools.set(ref.controlPlane, [...known, { planeType, planeID }]);
      }
    }
  }
  return pools;
}

async function cast(stage: Stage): Promise<Actor[]> {
  const { controlPlanes, portal, tally } = stage;
  const pools = await connectedPools(portal);
  const [first] = controlPlanes;
  return [
    ...controlPlanes.flatMap(each => [
      new Saboteur(each, tally),
      new AgentFlapper(each, pools.get(each.name) ?? [], tally),
    ]),
    new RunStarter(first, tally),
    ...Array.from({ length: VISITORS }, () => new Visitor(portal, tally)),
    ...Array.from({ length: LISTENERS }, () => new Listener(portal, tally)),
  ];
}

/** The backend keeps what it read of each run that somebody looked at: so that this does not grow later, all are looked at. */
async function lookAtAllRuns(portal: Portal): Promise<void> {
  for (const { items } of await readRuns(portal)) {
    for (const { uid } of items) {
      await portal.send(`/api/workflow-runs/runs/${uid}/timeline`);
    }
  }
}

async function runCycles(stage: Stage, minutes: number): Promise<Sample[]> {
  const { controlPlanes, backend, portal, random, tally } = stage;
  const actors = await cast(stage);
  const samples: Sample[] = [];
  const beganAt = performance.now();
  const isOver = () => performance.now() - beganAt >= minutes * 60_000;
  while (!isOver() && backend.isRunning) {
    const busy = new AbortController();
    // Each actor listens.
    setMaxListeners(0, busy.signal);
    const playing = Promise.all(
      actors.map(actor => play(actor, random.fork(), busy.signal)),
    );
    await Promise.race([playing, pause(BUSY_MS, busy.signal)]);
    busy.abort();
    await playing;
    for (const controlPlane of controlPlanes) {
      await controlPlane.heal();
      tally.count('watches opened', controlPlane.countWatches());
    }
    const differences = await untilEqual(portal, controlPlanes);
    if (differences.length > 0) {
      throw new Error(`The portal is out of step: ${differences.join('; ')}`);
    }
    await delay(REST_MS);
    const sample = await backend.measure();
    samples.push({ ...sample, atMs: performance.now() - beganAt });
    console.log(
      `${((performance.now() - beganAt) / 1000)
        .toFixed(0)
        .padStart(6)} s  heap ${(sample.heapBytes / 2 ** 20).toFixed(1)} MiB, ${
        sample.sockets
      } sockets, ${sample.timers} timers, ${sample.emitters} emitters, ${
        sample.signals
      } signals`,
    );
  }
  return samples;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' } },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  const directory = await mkdtemp(join(tmpdir(), 'soak-'));
  await mkdir(join(directory, 'database'));
  await mkdir(LOGS, { recursive: true });
  const undo: (() => Promise<void>)[] = [];
  try {
    const controlPlanes = await ControlPlane.startAll(directory);
    undo.push(async () => {
      await Promise.all(controlPlanes.map(each => each.stop()));
    });
    const backend = await BackendProcess.start({
      directory,
      logFile: join(LOGS, 'soak-backend.log'),
      controlPlanes: controlPlanes.map(({ config }) => config),
    });
    undo.push(() => backend.stop());
    const tally = new Tally();
    const portal = await Portal.signIn(backend.url, tally);
    undo.push(async () => portal.close());
    const random = new Random(seed);
    const stage = { controlPlanes, backend, portal, tally, random };
    const before = await untilEqual(portal, controlPlanes);
    if (before.length > 0) {
      throw new Error(`The portal does not come up: ${before.join('; ')}`);
    }
    await lookAtAllRuns(portal);
    console.log(`${minutes} minutes, seed ${seed}\n`);
    const samples = await runCycles(stage, minutes);
    const growing = report(
      samples.slice(Math.floor(samples.length * WARM_UP)),
      tally,
    );
    const failures = new Set(portal.failures);
    for (const failure of failures) {
      console.log(`FAILED: ${failure}`);
    }
    console.log(
      growing.length + failures.size > 0 || !backend.isRunning
        ? `\nNot steady. The output of the backend is in ${backend.logFile}`
        : '\nSteady, and equal to the control planes after each round.',
    );
    return growing.length + failures.size > 0 || !backend.isRunning ? 1 : 0;
  } finally {
    for (const step of undo.reverse()) {
      await step();
    }
    await rm(directory, { recursive: true, force: true });
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
