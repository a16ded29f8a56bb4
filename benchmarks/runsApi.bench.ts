/** Asks for pages of 10 000 workflow runs over HTTP while some of them go on and planes send heartbeats. */
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  controlPlaneWatcherServiceRef,
  planeInventoryServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  TestControlPlaneWatcher,
  TestPlaneInventory,
  type TestResource,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import { runsResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable } from './lib/table';

const RUNS = 10_000;
const NAMESPACES = 100;
const PROJECTS = 40;
const COMPONENTS = 400;
const WORKFLOWS = 30;
const PLANES = 50;
const TASKS = 6;
const PAGE = 100;
const REQUESTS = 400;
/** Of the runs, so many go on; each of them changes every 20 seconds, at ten requests a second. */
const ACTIVE = 200;
const CHANGES_PER_REQUEST = ACTIVE / 200;
const HEARTBEATS_PER_REQUEST = PLANES / 600;
const WORKFLOW_CHANGES = 20;
const BUDGET_MS = 100;
const MIB = 1024 * 1024;
const STARTED_AT = Date.parse('2026-11-21T00:00:00Z');

const QUERIES = [
  '',
  'phase=Running,Pending',
  'text=feature-7&sort=duration',
  'component=component-42',
  'plane=plane-uid-3&sort=name&order=asc',
  'workflow=ClusterWorkflow/workflow-5&namespace=team-1,team-2,team-3',
  'from=2026-11-22T00:00:00Z&phase=Failed',
];
const RIGHTS: Record<string, PolicyDecision> = {
  everything: { result: AuthorizeResult.ALLOW },
  'half of the projects': {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'workflow-runs',
    resourceType: 'openchoreo-workflow-run',
    conditions: {
      rule: 'OF_PROJECT',
      resourceType: 'openchoreo-workflow-run',
      params: {
        projects: Array.from(
          { length: PROJECTS / 2 },
          (_, index) => `project-${index}`,
        ),
      },
    },
  },
};

function timeOf(seconds: number): string {
  return new Date(STARTED_AT + seconds * 1000).toISOString();
}

/** The last ones go on; one in ten of the others has failed. */
function run(index: number, version: number): TestResource {
  const isActive = index >= RUNS - ACTIVE;
  const hasFailed = index % 10 === 0;
  const createdAt = index * 30;
  const done = isActive ? version % TASKS : TASKS;
  const outcome = hasFailed ? 'WorkflowFailed' : 'WorkflowSucceeded';
  const condition = (type: string) => ({
    type,
    status: 'True',
    reason: type,
    message: 'As it should be',
    lastTransitionTime: timeOf(createdAt + 400),
  });
  return {
    kind: 'WorkflowRun',
    metadata: {
      name: `component-${index % COMPONENTS}-run-${index}`,
      namespace: `team-${index % NAMESPACES}`,
      uid: `run-uid-${index}`,
      creationTimestamp: timeOf(createdAt),
      labels: {
        'openchoreo.dev/project': `project-${index % PROJECTS}`,
        'openchoreo.dev/component': `component-${index % COMPONENTS}`,
      },
    },
    spec: {
      workflow: {
        kind: 'ClusterWorkflow',
        name: `workflow-${index % WORKFLOWS}`,
        parameters: {
          repository: {
            url: `https://git.example.com/team/component-${index % COMPONENTS}`,
            revision: { branch: `feature-${index % 90}`, commit: 'a1b2c3d' },
          },
          docker: { context: '/', filePath: '/Dockerfile' },
          registry: { password: 'secret' },
        },
      },
    },
    status: {
      startedAt: timeOf(createdAt + 1),
      ...(!isActive && { completedAt: timeOf(createdAt + 400) }),
      conditions: [condition(isActive ? 'WorkflowRunning' : outcome)],
      runReference: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        name: `component-${index % COMPONENTS}-run-${index}`,
        namespace: `workflows-team-${index % NAMESPACES}`,
      },
      tasks: Array.from({ length: Math.min(TASKS, done + 1) }, (_, task) => ({
        name: `task-${task}`,
        phase: hasFailed && task === TASKS - 1 ? 'Failed' : 'Succeeded',
        startedAt: timeOf(createdAt + task * 60),
        completedAt: timeOf(createdAt + task * 60 + 55),
      })),
    },
  };
}

function workflow(index: number, plane: number): TestResource {
  return {
    kind: 'ClusterWorkflow',
    metadata: { name: `workflow-${index}` },
    spec: {
      workflowPlaneRef: {
        kind: 'ClusterWorkflowPlane',
        name: `plane-${plane}`,
      },
    },
  };
}

function heartbeat(inventory: TestPlaneInventory, index: number): void {
  inventory.put({
    kind: 'ClusterWorkflowPlane',
    metadata: { name: `plane-${index}`, uid: `plane-uid-${index}` },
    spec: { planeID: `plane-${index}`, clusterAgent: { clientCA: {} } },
    status: {
      agentConnection: {
        connected: true,
        connectedAgents: 1,
        lastConnectedTime: '2026-11-21T10:00:00Z',
        lastHeartbeatTime: new Date().toISOString(),
      },
    },
  });
}

function heapUsed(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

async function main() {
  const planes = new TestPlaneInventory();
  for (let index = 0; index < PLANES; index++) {
    heartbeat(planes, index);
  }
  const watcher = new TestControlPlaneWatcher();
  let rights = RIGHTS.everything;
  const backend = await startTestBackend({
    features: [
      workflowRunsPlugin,
      mockServices.rootLogger.factory({ level: 'error' }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async requests => requests.map(() => rights),
        }),
      }),
      createServiceFactory({
        service: planeInventoryServiceRef,
        deps: {},
        factory: () => planes,
      }),
      createServiceFactory({
        service: controlPlaneWatcherServiceRef,
        deps: {},
        factory: () => watcher,
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/workflow-runs/runs`;
  watcher.list(
    ['ClusterWorkflow'],
    Array.from({ length: WORKFLOWS }, (_, index) => workflow(index, index)),
  );
  watcher.list(
    ['WorkflowRun'],
    Array.from({ length: RUNS }, (_, index) => run(index, 0)),
  );

  let rounds = 0;
  let changes = 0;
  let heartbeats = 0;
  /** What happens between two requests. */
  function goOn(): void {
    rounds++;
    for (; changes < rounds * CHANGES_PER_REQUEST; changes++) {
      const index = RUNS - 1 - (changes % ACTIVE);
      watcher.put(run(index, Math.floor(changes / ACTIVE) + 1));
    }
    for (; heartbeats < rounds * HEARTBEATS_PER_REQUEST; heartbeats++) {
      heartbeat(planes, heartbeats % PLANES);
    }
  }

  async function request(query: string): Promise<Uint8Array> {
    const answer = await fetch(`${url}?limit=${PAGE}&${query}`);
    if (!answer.ok) {
      throw new Error(await answer.text());
    }
    return new Uint8Array(await answer.arrayBuffer());
  }

  const firstAt = performance.now();
  const first = await request('');
  const firstMs = performance.now() - firstAt;
  const page = runsResponseSchema.parse(
    JSON.parse(new TextDecoder().decode(first)),
  );
  if (page.items.length !== PAGE || page.totalItems !== RUNS) {
    throw new Error(`Got ${page.items.length} of ${page.totalItems} runs`);
  }

  const times: Record<string, number[]> = {};
  const cpuBefore = process.cpuUsage();
  for (const [who, decision] of Object.entries(RIGHTS)) {
    rights = decision;
    times[who] = [];
    for (let index = 0; index < REQUESTS; index++) {
      const query = QUERIES[index % QUERIES.length];
      goOn();
      const startedAt = performance.now();
      await request(query);
      times[who].push(performance.now() - startedAt);
    }
  }
  const cpu = process.cpuUsage(cpuBefore);
  rights = RIGHTS.everything;
  const afterChange: number[] = [];
  for (let index = 0; index < WORKFLOW_CHANGES; index++) {
    watcher.put(workflow(index, index + 1));
    const startedAt = performance.now();
    await request('');
    afterChange.push(performance.now() - startedAt);
  }
  const heapWithRuns = heapUsed();
  watcher.list(['WorkflowRun'], []);
  await request('');
  const heap = (heapWithRuns - heapUsed()) / MIB;

  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const all = Object.values(times).flat();
  const p99 = percentile(all, 0.99);
  printTable(
    `GET /runs: ${RUNS} runs of ${TASKS} tasks, pages of ${PAGE}, ${QUERIES.length} filters by turns, changes between`,
    [
      {
        what: 'p99',
        measured: ms(p99),
        budget: `<= ${BUDGET_MS} ms`,
        within: p99 <= BUDGET_MS,
      },
      ...Object.entries(times).flatMap(([who, values]) => [
        {
          what: `p50 of a caller who sees ${who}`,
          measured: ms(percentile(values, 0.5)),
        },
        {
          what: `p99 of a caller who sees ${who}`,
          measured: ms(percentile(values, 0.99)),
        },
      ]),
      {
        what: `p50 right after a workflow changed its plane, ${WORKFLOW_CHANGES} times`,
        measured: ms(percentile(afterChange, 0.5)),
      },
      {
        what: 'CPU time of a request on average, with the changes before it and its client',
        measured: ms((cpu.user + cpu.system) / 1000 / all.length),
      },
      { what: 'the very first request, cold', measured: ms(firstMs) },
      {
        what: 'size of a page',
        measured: `${(first.byteLength / 1024).toFixed(0)} KiB`,
      },
      {
        what: 'heap that the runs hold, with their manifests in the test',
        measured: `${heap.toFixed(1)} MiB`,
      },
    ],
  );
  await backend.stop();
}

runBenchmark(main);
