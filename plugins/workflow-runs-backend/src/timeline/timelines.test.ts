import { mockServices } from '@backstage/backend-test-utils';
import { TestClusterGateway } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { GatewayFailureReason } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type Run,
  type RunSourceStatus,
  timeline,
  type TimelineGap,
  timelineResponseSchema,
  type TimelineSource,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import fc from 'fast-check';
import { argoRecording } from '../__testUtils__/argoRecordings';
import { run as runOf } from '../__testUtils__/runs';
import { TestArgoCluster } from '../__testUtils__/TestArgoCluster';
import { TestRunPlanes } from '../__testUtils__/TestRunPlanes';
import { ArgoWorkflowReader } from '../argo/ArgoWorkflowReader';
import { decompressUpTo } from '../argo/decompress';
import { LiveWorkflows } from '../live/LiveWorkflows';
import { taskNodes } from './taskNodes';
import { Timelines } from './Timelines';

const NAME = 'steps-parallel-fail';
const NOW = Date.parse('2026-11-21T01:20:00Z');
const { signal } = new AbortController();

const ended = [
  { type: 'WorkflowFailed', status: 'True', reason: 'WorkflowFailed' },
  { type: 'WorkflowCompleted', status: 'True', reason: 'WorkflowFailed' },
];
const tasks = [
  {
    name: 'checkout',
    phase: 'Succeeded',
    startedAt: '2026-11-21T01:17:26Z',
    completedAt: '2026-11-21T01:17:33Z',
  },
  {
    name: 'unit',
    phase: 'Failed',
    startedAt: '2026-11-21T01:17:36Z',
    completedAt: '2026-11-21T01:17:43Z',
    message: 'Error (exit code 1)',
  },
];

function runWith(status: object = {}, name = NAME): Run {
  return runOf({
    status: {
      startedAt: '2026-11-21T01:17:20Z',
      runReference: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        name,
        namespace: 'runs',
      },
      ...status,
    },
  });
}

describe('Timelines', () => {
  let gateway: TestClusterGateway;
  let cluster: TestArgoCluster;
  let planes: TestRunPlanes;
  let timelines: Timelines;
  let source: RunSourceStatus;

  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    gateway = new TestClusterGateway();
    cluster = new TestArgoCluster(gateway, argoRecording(`${NAME}.running`));
    planes = new TestRunPlanes(gateway);
    source = {
      controlPlane: 'default',
      kind: 'WorkflowRun',
      plural: 'workflowruns',
      state: 'live',
      since: '2026-11-21T01:00:00Z',
    };
    const clock = () => new Date();
    timelines = new Timelines({
      clock,
      inventory: { sourceOf: () => source },
      live: new LiveWorkflows({
        clock,
        planes,
        logger: mockServices.logger.mock(),
        maxBytes: 1024 * 1024 * 1024,
        workflows: new ArgoWorkflowReader({
          planes,
          decompress: decompressUpTo(1024 * 1024),
        }),
      }),
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function get(run = runWith()) {
    const { etag, body } = await timelines.get(run, { signal });
    return { etag, ...timelineResponseSchema.parse(JSON.parse(body)) };
  }

  const fails = (reason: GatewayFailureReason) => () => {
    gateway.failure = { reason, message: `It is ${reason}.` };
  };
  const changes = (status: object) => () =>
    cluster.move(object => {
      object.status = { phase: 'Running', ...status };
    });

  it('has the workflow and its nodes as they were read a moment ago', async () => {
    const answer = await get();
    expect(answer).toMatchObject({
      source: 'argo',
      readAt: '2026-11-21T01:20:00.000Z',
      workflow: { name: NAME, phase: 'Running', suspended: false },
    });
    expect(answer.gap).toBeUndefined();
    expect(answer.nodes).toHaveLength(7);
  });

  it('has the same tag as long as nothing but the time has changed', async () => {
    const first = await get();
    await jest.advanceTimersByTimeAsync(750);
    const second = await get();
    expect(second.etag).toBe(first.etag);
    expect(second.readAt).not.toBe(first.readAt);
    cluster.move();
    await jest.advanceTimersByTimeAsync(750);
    expect((await get()).etag).not.toBe(first.etag);
    const offline = await (fails('no-agent')(),
    jest.advanceTimersByTimeAsync(750),
    get());
    expect(offline.etag).not.toBe(first.etag);
  });

  it('is made for all who ask for the same, and once', async () => {
    const stringify = jest.spyOn(JSON, 'stringify');
    await get();
    const large = () =>
      stringify.mock.calls.filter(([value]) => Object(value).nodes).length;
    expect(large()).toBe(1);
    await Promise.all([get(), get(), get()]);
    expect(large()).toBe(1);
    stringify.mockRestore();
  });

  describe.each<[string, () => unknown, TimelineGap, RegExp]>([
    ['the plane has no agent', fails('no-agent'), 'plane-offline', /no-agent/],
    ['its agent is refused', fails('not-authorised'), 'plane-offline', /not-a/],
    ['its agent hangs', fails('tunnel-timeout'), 'plane-offline', /tunnel-ti/],
    ['its API is down', fails('target-unreachable'), 'plane-offline', /target/],
    ['the gateway is down', fails('unreachable'), 'gateway-unreachable', /unr/],
    ['the certificate is bad', fails('tls'), 'gateway-unreachable', /tls/],
    ['the gateway is slow', fails('timeout'), 'gateway-unreachable', /timeout/],
    ['the agent may not read', fails('forbidden'), 'forbidden', /forbidden/],
    ['the API fails', fails('kubernetes-error'), 'failed', /kubernetes-error/],
    ['Argo is not installed', fails('not-found'), 'failed', /Argo.*installed/],
    [
      'the workflow was deleted',
      () => {
        cluster.workflow = undefined;
      },
      'argo-gone',
      /deleted from the cluster/,
    ],
    [
      'no gateway is configured',
      () => {
        planes.tunnel = {
          ok: false,
          gap: 'gateway-not-configured',
          message: 'Configure the gateway.',
        };
      },
      'gateway-not-configured',
      /Configure/,
    ],
    [
      'the plane is gone',
      () => {
        planes.tunnel = {
          ok: false,
          gap: 'plane-unknown',
          message: 'There is no such plane.',
        };
      },
      'plane-unknown',
      /no such plane/,
    ],
    [
      'the nodes are offloaded',
      changes({ offloadNodeStatusVersion: 'fnv:1' }),
      'offloaded',
      /database/,
    ],
    [
      'the nodes are damaged',
      changes({ compressedNodes: 'AAAA' }),
      'undecodable',
      /cannot be read/,
    ],
    [
      'what comes is something else',
      () =>
        gateway.onGet(() => ({
          ok: true,
          value: { kind: 'Pod', metadata: {} },
        })),
      'undecodable',
      /no Argo workflow/,
    ],
  ])('when %s', (_name, fail, reason, message) => {
    const gap = { reason, message: expect.stringMatching(message) };

    it('shows what was read last, with its time', async () => {
      await get();
      await jest.advanceTimersByTimeAsync(60_000);
      fail();
      const answer = await get(runWith({ tasks }));
      expect(answer).toMatchObject({
        source: 'last-known',
        gap,
        readAt: '2026-11-21T01:20:00.000Z',
        workflow: { name: NAME, phase: 'Running' },
      });
      expect(answer.nodes).toHaveLength(7);
    });

    it('shows the tasks where nothing was read before', async () => {
      fail();
      expect(await get(runWith({ tasks }))).toMatchObject({
        source: 'tasks',
        gap,
        readAt: '2026-11-21T01:20:00.000Z',
        nodes: [
          { id: NAME, type: 'Steps' },
          { displayName: 'checkout', phase: 'Succeeded', boundaryID: NAME },
          { displayName: 'unit', phase: 'Failed', boundaryID: NAME },
        ],
      });
    });

    it('shows nothing where there is nothing, and says why', async () => {
      fail();
      expect(await get()).toMatchObject({ source: 'none', gap, nodes: [] });
    });
  });

  it('prefers the record of the control plane where that saw the end, and we did not', async () => {
    await get();
    fails('unreachable')();
    const status = { tasks, conditions: ended };
    await jest.advanceTimersByTimeAsync(60_000);
    const soon = { ...status, completedAt: '2026-11-21T01:20:19Z' };
    expect((await get(runWith(soon))).source).toBe('last-known');
    const later = { ...status, completedAt: '2026-11-21T01:20:21Z' };
    expect((await get(runWith(later))).source).toBe('tasks');
  });

  it('keeps the reading of a workflow that had ended', async () => {
    cluster.workflow = argoRecording(`${NAME}.final`);
    await get();
    cluster.workflow = undefined;
    await jest.advanceTimersByTimeAsync(30_000);
    const completedAt = '2026-11-21T01:30:00Z';
    const status = { tasks, conditions: ended, completedAt };
    expect((await get(runWith(status))).source).toBe('last-known');
  });

  it.each<[string, Run, TimelineSource, RegExp]>([
    ['that waits', runOf(), 'none', /No Argo workflow has been created/],
    [
      'that ended before',
      runOf({ status: { conditions: ended } }),
      'none',
      /ended before an Argo workflow was created/,
    ],
    [
      'of an old release',
      runOf({ kind: 'Build', spec: {} }),
      'none',
      /Build does not tell/,
    ],
  ])(
    'asks nobody about a run without a workflow: %s',
    async (_name, run, expected, message) => {
      expect(await get(run)).toMatchObject({
        source: expected,
        gap: { reason: 'not-created', message: expect.stringMatching(message) },
      });
      expect(gateway.requests).toEqual([]);
    },
  );

  it.each<[string, object, RegExp]>([
    ['refused', { phase: 'Failed', message: 'invalid spec: x' }, /refused .*x/],
    ['not begun', { phase: '' }, /not begun/],
  ])('says why a workflow has no nodes: %s', async (_name, status, message) => {
    changes(status)();
    expect(await get()).toMatchObject({
      source: 'argo',
      gap: { reason: 'no-nodes', message: expect.stringMatching(message) },
      workflow: { name: NAME },
      nodes: [],
    });
  });

  it('has the workflow beside the tasks where it could be read', async () => {
    changes({ offloadNodeStatusVersion: 'fnv:1' })();
    const { workflow } = await get(runWith({ tasks }));
    expect(workflow).toMatchObject({ name: NAME, phase: 'Running' });
    fails('no-agent')();
    await jest.advanceTimersByTimeAsync(750);
    const offline = await get(runWith({ tasks }));
    expect(offline.workflow).toBeUndefined();
  });

  it('says how old tasks are while the control plane cannot be read', async () => {
    fails('no-agent')();
    source = { ...source, state: 'stale' };
    expect((await get(runWith({ tasks }))).readAt).toBe(
      '2026-11-21T01:00:00.000Z',
    );
  });
});

describe('taskNodes', () => {
  it('uses the times of tasks alone, and ends the root with the run', () => {
    const [running] = taskNodes(runWith({ tasks }));
    expect(running).toMatchObject({ startedAt: '2026-11-21T01:17:26.000Z' });
    expect(running.finishedAt).toBeUndefined();
    const completedAt = '2026-11-21T01:19:59Z';
    const status = { tasks, conditions: ended, completedAt };
    const [root, , unit] = taskNodes(runWith(status));
    expect(root).toMatchObject({
      phase: 'Failed',
      finishedAt: '2026-11-21T01:17:43.000Z',
    });
    expect(unit).toMatchObject({
      message: 'Error (exit code 1)',
      finishedAt: '2026-11-21T01:17:43Z',
    });
  });

  it('makes a timeline with each of them, whatever they are called and whatever their times', () => {
    const time = fc.option(
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
      { nil: undefined },
    );
    const task = fc.record({
      name: fc.constantFrom('a', 'b', 'a#2', NAME, ''),
      phase: fc.constantFrom(
        ...([
          'Pending',
          'Running',
          'Succeeded',
          'Failed',
          'Skipped',
          'Error',
        ] as const),
      ),
      startedAt: time,
      completedAt: time,
    });
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 12 }), some => {
        const nodes = taskNodes({ ...runWith(), tasks: some });
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(some.length + 1);
        const { rows } = timeline({ nodes, now: NOW });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(nodes.length);
      }),
    );
  });
});
