/** Lets nodes of runs finish, and the time until the bar of each is closed on an open page. */
import { setTimeout as delay } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import { timelineResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable, type Row } from './lib/table';
import { type Viewed, ViewersProcess } from './lib/ViewersProcess';
import {
  type WorkflowMove,
  WorkflowPlaneProcess,
} from './lib/WorkflowPlaneProcess';

const BUDGET_SECONDS = 2;
const WATCHED_MS = 90_000;
const WARM_UP_MS = 5_000;
/** Nobody who has not seen it by then will. */
const GIVE_UP_MS = 10_000;
const LEAST_ENDS = 100;

interface Scenario {
  readonly workflow: 'ordinary' | 'large';
  readonly runs: number;
  /** Of each run. */
  readonly viewers: number;
}

const SCENARIOS: Scenario[] = [
  { workflow: 'ordinary', runs: 20, viewers: 1 },
  { workflow: 'ordinary', runs: 6, viewers: 20 },
  { workflow: 'large', runs: 6, viewers: 1 },
  { workflow: 'large', runs: 3, viewers: 20 },
];

function startBackend(controlPlane: object) {
  return startTestBackend({
    features: [
      workflowRunsPlugin,
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.permissions.factory({ result: 'ALLOW' }),
      mockServices.rootConfig.factory({
        data: { openchoreo: { controlPlanes: [controlPlane] } },
      }),
    ],
  });
}

/** Waits until the timeline of a run comes from its plane. */
async function untilLive(url: string, uid: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  let source: string | undefined;
  while (source !== 'argo') {
    if (performance.now() > deadline) {
      throw new Error(`The timeline of ${uid} is of ${source ?? 'no source'}`);
    }
    await delay(100);
    const answer = await fetch(`${url}/runs/${uid}/timeline`);
    source = answer.ok
      ? timelineResponseSchema.parse(await answer.json()).source
      : undefined;
  }
}

/** How long each viewer had to wait for each node. */
function secondsOf(
  moves: readonly WorkflowMove[],
  viewed: readonly Viewed[],
): number[] {
  return viewed.flatMap(({ uid, failures, closedAt }) => {
    if (failures > 0) {
      throw new Error(`${failures} requests for the timeline of ${uid} failed`);
    }
    return moves
      .filter(move => move.uid === uid)
      .flatMap(({ at, finished }) =>
        finished.map(id => {
          if (closedAt[id] === undefined) {
            throw new Error(`A viewer of ${uid} never saw ${id} finished`);
          }
          return (closedAt[id] - at) / 1000;
        }),
      );
  });
}

/** Watches runs that go on for a while. */
async function watch(scenario: Scenario) {
  const plane = new WorkflowPlaneProcess();
  const { uids, controlPlane } = await plane.start(scenario);
  const backend = await startBackend(controlPlane);
  const url = `http://127.0.0.1:${backend.server.port()}/api/workflow-runs`;
  for (const uid of uids) {
    await untilLive(url, uid);
  }
  const viewers = new ViewersProcess();
  await viewers.start({ url, uids, viewers: scenario.viewers });
  await delay(WARM_UP_MS);

  await plane.forgetRequests();
  const from = Date.now();
  const cpuBefore = process.cpuUsage();
  await delay(WATCHED_MS);
  const to = Date.now();
  const cpu = process.cpuUsage(cpuBefore);
  const requests = await plane.requests();
  await delay(GIVE_UP_MS);

  const viewed = await viewers.stop();
  const moves = (await plane.moves()).filter(({ at }) => from <= at && at < to);
  await backend.stop();
  await plane.stop();
  return {
    moves,
    requests,
    minutes: (to - from) / 60_000,
    cpuShare: (cpu.user + cpu.system) / 1000 / (to - from),
    seconds: secondsOf(moves, viewed),
  };
}

function rowsOf(
  { runs, viewers }: Scenario,
  result: Awaited<ReturnType<typeof watch>>,
): Row[] {
  const { moves, requests, minutes, seconds, cpuShare } = result;
  const ends = moves.flatMap(({ finished }) => finished).length;
  if (ends < LEAST_ENDS) {
    throw new Error(`Only ${ends} nodes finished`);
  }
  const p95 = percentile(seconds, 0.95);
  const sizes = moves.map(({ nodes }) => nodes);
  const perRun = (count: number) => (count / runs / minutes).toFixed(0);
  const who = `${viewers} ${viewers === 1 ? 'viewer' : 'viewers'} of each`;
  return [
    {
      what: `p95, ${who}`,
      measured: `${p95.toFixed(2)} s`,
      budget: `<= ${BUDGET_SECONDS} s`,
      within: p95 <= BUDGET_SECONDS,
    },
    {
      what: `p50, ${who}`,
      measured: `${percentile(seconds, 0.5).toFixed(2)} s`,
    },
    {
      what: `slowest, ${who}`,
      measured: `${Math.max(...seconds).toFixed(2)} s`,
    },
    {
      what: `requests to the plane's API server a minute and run, ${who}`,
      measured: `${perRun(requests.workflows)} for the workflow, ${perRun(
        requests.pods,
      )} for pods`,
    },
    {
      what: `input, ${who}`,
      measured: `${runs} runs of ${Math.min(...sizes)} to ${Math.max(
        ...sizes,
      )} nodes, ${ends} ends in ${moves.length} moves`,
    },
    {
      what: `CPU time of the backend, ${who}`,
      measured: `${(100 * cpuShare).toFixed(1)} % of one core`,
    },
  ];
}

async function main() {
  const tables: Record<Scenario['workflow'], Row[]> = {
    ordinary: [],
    large: [],
  };
  for (const scenario of SCENARIOS) {
    tables[scenario.workflow].push(...rowsOf(scenario, await watch(scenario)));
  }
  const what = 'Node finished in the cluster to its bar closed on a page';
  const how = `Argo at its own pace, ${WATCHED_MS / 1000} s`;
  printTable(`${what}: ordinary runs, ${how}`, tables.ordinary);
  printTable(`${what}: runs of some 2 000 nodes, ${how}`, tables.large);
}

runBenchmark(main);
