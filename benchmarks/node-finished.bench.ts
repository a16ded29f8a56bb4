/** Lets nodes of runs finish, and the time until the bar of each is closed on an open page. */
import { setTimeout as delay } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import { timelineResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable } from './lib/table';
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
  /** How long after a change Argo looks at a workflow and writes down what it sees; ten seconds by default. */
  readonly lookMs: number;
}

const SCENARIOS: Scenario[] = [
  { workflow: 'ordinary', runs: 20, viewers: 1, lookMs: 10_000 },
  { workflow: 'ordinary', runs: 6, viewers: 20, lookMs: 10_000 },
  { workflow: 'ordinary', runs: 6, viewers: 20, lookMs: 1_000 },
  { workflow: 'large', runs: 6, viewers: 1, lookMs: 10_000 },
  { workflow: 'large', runs: 3, viewers: 20, lookMs: 10_000 },
];

function startBackend(controlPlane: object) {
  return startTestBackend({
    features: [
      workflowRunsPlugin,
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.permissions.factory({ result: 'ALLOW' }),
      mockServices.rootConfig.factory({
        data: {
          openchoreo: {
            controlPlanes: [controlPlane],
            // All viewers are one user here.
            planes: { rateLimit: { enabled: false } },
          },
        },
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
  return viewed.flatMap(({ uid, closedAt }) =>
    moves
      .filter(move => closedAt && move.uid === uid)
      .flatMap(({ at, finished }) =>
        finished.map(id => {
          const seenAt = closedAt?.[id];
          if (seenAt === undefined) {
            throw new Error(`A viewer of ${uid} never saw ${id} finished`);
          }
          return (seenAt - at) / 1000;
        }),
      ),
  );
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
  const arrival = Date.now();
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
  const askedPerSecond =
    viewed.reduce((sum, { asked }) => sum + asked, 0) /
    viewed.length /
    ((Date.now() - arrival) / 1000);
  const moves = (await plane.moves()).filter(({ at }) => from <= at && at < to);
  await backend.stop();
  await plane.stop();
  return {
    moves,
    requests,
    minutes: (to - from) / 60_000,
    askedPerSecond,
    cpuShare: (cpu.user + cpu.system) / 1000 / (to - from),
    seconds: secondsOf(moves, viewed),
    failures: viewed.flatMap(({ failures }) => failures),
  };
}

function print(
  { runs, viewers, lookMs }: Scenario,
  result: Awaited<ReturnType<typeof watch>>,
): void {
  const { moves, requests, minutes, seconds, failures, cpuShare } = result;
  const ends = moves.flatMap(({ finished }) => finished).length;
  if (ends < LEAST_ENDS) {
    throw new Error(`Only ${ends} nodes finished`);
  }
  const p95 = percentile(seconds, 0.95);
  const sizes = moves.map(({ nodes }) => nodes);
  const perRun = (count: number) => (count / runs / minutes).toFixed(0);
  printTable(
    [
      'Node finished in the cluster to its bar closed on an open page:',
      `${runs} runs of ${Math.min(...sizes)} to ${Math.max(...sizes)} nodes,`,
      `${viewers} ${viewers === 1 ? 'viewer' : 'viewers'} of each,`,
      `${ends} ends in ${moves.length} writes of Argo,`,
      `which looks ${lookMs / 1000} s after a change`,
    ].join(' '),
    [
      {
        what: 'p95',
        measured: `${p95.toFixed(2)} s`,
        budget: `<= ${BUDGET_SECONDS} s`,
        within: p95 <= BUDGET_SECONDS,
      },
      { what: 'p50', measured: `${percentile(seconds, 0.5).toFixed(2)} s` },
      { what: 'slowest', measured: `${percentile(seconds, 1).toFixed(2)} s` },
      {
        what: 'requests of a viewer, a second',
        measured: result.askedPerSecond.toFixed(2),
      },
      {
        what: "requests to the plane's API server, a run and minute",
        measured: `${perRun(requests.workflows)} for the workflow, ${perRun(
          requests.pods,
        )} for pods`,
      },
      {
        what: 'CPU time of the backend',
        measured: `${(100 * cpuShare).toFixed(1)} % of one core`,
      },
      {
        what: 'requests of viewers that failed',
        measured: `${failures.length} ${[...new Set(failures)].join(', ')}`,
        budget: '0',
        within: failures.length === 0,
      },
    ],
  );
}

async function main() {
  for (const scenario of SCENARIOS) {
    print(scenario, await watch(scenario));
  }
}

runBenchmark(main);
