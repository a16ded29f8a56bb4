import fc from 'fast-check';
import { decompress, readArgoRecording } from '../__testUtils__/argoRecordings';
import { run, RunOptions, task } from '../__testUtils__/runs';
import { runBaselineSchema } from '../api/runSchema';
import type { ArgoNode } from '../argo/nodeSchema';
import { readArgoWorkflow } from '../argo/readArgoWorkflow';
import { timeline } from '../timeline/timeline';
import { compareTimeline, compareTimelines } from './compareTimelines';
import { median } from './median';
import { runBaseline } from './runBaseline';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

/** A run that succeeded in some seconds, created some minutes before noon. */
function earlier(minutes: number, seconds: number, options: RunOptions = {}) {
  return run({
    name: `run-${minutes}`,
    phase: 'Succeeded',
    createdAt: at(-minutes * 60),
    startedAt: at(-minutes * 60),
    completedAt: at(-minutes * 60 + seconds),
    ...options,
  });
}

const current = run({ name: 'run-now', createdAt: at(0) });

describe('median', () => {
  it('lies in the middle', () => {
    expect(median([])).toBeUndefined();
    expect(median([5])).toBe(5);
    expect(median([10, 2])).toBe(6);
    expect(median([100, 2, 9])).toBe(9);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), numbers => {
        const middle = median(numbers) ?? NaN;
        const below = numbers.filter(number => number < middle).length;
        const above = numbers.filter(number => number > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2);
      }),
    );
  });
});

describe('runBaseline', () => {
  it('is made of the latest 20 runs before it that succeeded', () => {
    const runs = Array.from({ length: 30 }, (_, i) => earlier(i + 1, i + 1));
    const baseline = runBaseline(current, [...runs].reverse());
    expect(baseline).toEqual({ runs: 20, medianMs: 10_500, tasks: [] });
    expect(runBaselineSchema.parse(baseline)).toEqual(baseline);
    expect(runBaseline(current, [])).toEqual({ runs: 0, tasks: [] });
  });

  it.each<[string, RunOptions]>([
    ['failed', { phase: 'Failed' }],
    ['runs', { phase: 'Running' }],
    ['came later', { createdAt: at(1) }],
    ['is the same', { createdAt: at(0) }],
    [
      'is of another workflow',
      { workflow: { kind: 'ClusterWorkflow', name: 'x' } },
    ],
    [
      'is of another kind of workflow',
      { workflow: { kind: 'Workflow', name: 'build' } },
    ],
    ['is of no workflow', { workflow: undefined }],
    ['is in another namespace', { namespace: 'globex' }],
    ['is in another control plane', { controlPlane: 'eu' }],
  ])('leaves out a run that %s', (_what, options) => {
    expect(runBaseline(current, [earlier(1, 60, options)]).runs).toBe(0);
  });

  it('is of the component where the run has one', () => {
    const cart = { project: 'shop', component: 'cart' };
    const runs = [
      earlier(1, 10, cart),
      earlier(2, 20, { project: 'shop', component: 'mail' }),
      earlier(3, 30, { project: 'toys', component: 'cart' }),
      earlier(4, 40),
    ];
    expect(runBaseline({ ...current, ...cart }, runs).medianMs).toBe(10_000);
    expect(runBaseline(current, runs).runs).toBe(4);
  });

  it('has the median of each task', () => {
    const failed = task('flaky(0)', 0, 500, { phase: 'Failed' });
    const runs = [
      earlier(1, 60, { tasks: [task('build', 0, 10), task('push', 10, 1)] }),
      earlier(2, 60, { tasks: [task('build', 0, 30), failed] }),
      earlier(3, 60, { tasks: [task('build', 0, 20), task('build', 0, 40)] }),
      earlier(4, 60, {
        tasks: [task('push', 0, 5, { completedAt: undefined })],
        startedAt: undefined,
      }),
    ];
    expect(runBaseline(current, runs)).toEqual({
      runs: 4,
      medianMs: 60_000,
      tasks: [
        { name: 'build', medianMs: 25_000, runs: 3 },
        { name: 'push', medianMs: 1_000, runs: 1 },
      ],
    });
  });

  it('knows the only pod of a workflow, which is called like the run', () => {
    const runs = [
      earlier(1, 60, { tasks: [task('run-1', 0, 10)] }),
      earlier(2, 60, { tasks: [task('run-2(0)', 0, 20)] }),
    ];
    const { tasks } = runBaseline(current, runs);
    expect(tasks.map(({ name }) => name)).toEqual(['run-now', 'run-now(0)']);
  });
});

function node(
  workflow: string,
  path: string,
  start: number,
  seconds: number | undefined,
  options: Partial<ArgoNode> = {},
): ArgoNode {
  const name = `${workflow}${path}`;
  return {
    id: path === '' ? workflow : `${workflow}-${path}`,
    name,
    displayName: path.replace(/^.*\./, '') || name,
    type: 'Pod',
    phase: seconds === undefined ? 'Running' : 'Succeeded',
    boundaryID: path === '' ? undefined : workflow,
    startedAt: at(start),
    finishedAt: seconds === undefined ? undefined : at(start + seconds),
    children: [],
    ...options,
  };
}

/** A DAG of tasks that run for so many seconds side by side; undefined for one that still runs. */
function dag(workflow: string, tasks: Record<string, number | undefined>) {
  const nodes = Object.entries(tasks).map(([name, seconds]) =>
    node(workflow, `.${name}`, 0, seconds),
  );
  const isLive = nodes.some(({ phase }) => phase === 'Running');
  const longest = Math.max(...Object.values(tasks).map(Number));
  const root = node(workflow, '', 0, isLive ? undefined : longest, {
    type: 'DAG',
    children: nodes.map(({ id }) => id),
  });
  return timeline({ nodes: [root, ...nodes], now: NOON + 60_000 });
}

describe('compareTimeline', () => {
  const baseline = {
    tasks: [
      { name: 'build', medianMs: 20_000, runs: 3 },
      { name: 'test', medianMs: 50_000, runs: 3 },
    ],
  };

  it('tells of each task how it differs from the usual, and which lost the most', () => {
    const { rows, slowest } = compareTimeline(
      dag('run-1', { build: 35, test: 40, lint: 90 }),
      baseline,
    );
    expect([...rows.values()]).toEqual([
      {
        rowId: 'run-1-.build',
        actualMs: 35_000,
        expectedMs: 20_000,
        differenceMs: 15_000,
      },
      expect.objectContaining({
        rowId: 'run-1-.test',
        differenceMs: -10_000,
      }),
    ]);
    expect(slowest).toBe(rows.get('run-1-.build'));
  });

  it('makes nothing of a second', () => {
    const { slowest } = compareTimeline(dag('run-1', { build: 21 }), baseline);
    expect(slowest).toBeUndefined();
  });

  it('does not call a task fast that is not done', () => {
    const { rows, slowest } = compareTimeline(
      dag('run-1', { build: undefined, test: undefined }),
      baseline,
    );
    expect(
      [...rows.values()].map(({ rowId, differenceMs }) => [
        rowId,
        differenceMs,
      ]),
    ).toEqual([
      ['run-1-.build', 40_000],
      ['run-1-.test', 10_000],
    ]);
    expect(slowest?.rowId).toBe('run-1-.build');
    const early = compareTimeline(
      { rows: dag('run-1', { test: undefined }).rows },
      { tasks: [{ name: 'test', medianMs: 300_000, runs: 1 }] },
    );
    expect(early.rows.get('run-1-.test')?.differenceMs).toBe(0);
  });
});

describe('compareTimelines', () => {
  it('matches rows by their names below that of the workflow', () => {
    const here = dag('run-10', { build: 35, test: 40, scan: 5 });
    const there = dag('run-1', { build: 20, test: 50, lint: 7 });
    const comparison = compareTimelines(here, there);
    expect(comparison).toMatchObject({
      actualMs: 40_000,
      expectedMs: 50_000,
      differenceMs: -10_000,
      added: ['run-10-.scan'],
      removed: [{ id: 'run-1-.lint' }],
      slowest: { rowId: 'run-10-.build', differenceMs: 15_000 },
    });
    expect(
      Object.fromEntries(
        Array.from(comparison.rows, ([id, row]) => [id, row.differenceMs]),
      ),
    ).toEqual({
      'run-10': -10_000,
      'run-10-.build': 15_000,
      'run-10-.test': -10_000,
    });
  });

  it.each([
    'retry-backoff',
    'nested',
    'container-set',
    'daemon',
    'exit-handler',
  ])('finds every row of a recorded %s in itself', name => {
    const { nodes, workflow } = readArgoWorkflow(
      readArgoRecording(`argo-v4.1.2/${name}.final`),
      { decompress },
    );
    const recorded = timeline({ nodes, workflow, now: NOON });
    const began = recorded.rows.filter(row => row.start !== undefined);
    const comparison = compareTimelines(recorded, recorded);
    expect(comparison.rows.size).toBe(began.length);
    expect(comparison).toMatchObject({
      differenceMs: 0,
      slowest: undefined,
      added: [],
      removed: [],
    });
  });

  it('blames a step, not the attempts that were not there before', () => {
    const retried = (workflow: string, attempts: number) => {
      const tries = Array.from({ length: attempts }, (_, i) =>
        node(workflow, `.test(${i})`, i * 20, 10, {
          phase: i === attempts - 1 ? 'Succeeded' : 'Failed',
          retried: true,
        }),
      );
      const seconds = attempts * 20 - 10;
      return timeline({
        nodes: [
          node(workflow, '', 0, seconds, {
            type: 'DAG',
            children: [`${workflow}-.test`],
          }),
          node(workflow, '.test', 0, seconds, {
            type: 'Retry',
            children: tries.map(({ id }) => id),
          }),
          ...tries,
        ],
        now: NOON + 60_000,
      });
    };
    const worse = compareTimelines(retried('b', 3), retried('a', 1));
    expect(worse.slowest).toMatchObject({
      rowId: 'b-.test',
      differenceMs: 40_000,
    });
    expect(worse.added).toEqual(['b-.test(1)', 'b-.test(2)']);
    expect(
      compareTimelines(retried('a', 1), retried('b', 3)).removed,
    ).toHaveLength(2);
  });

  it('takes timelines of anything', () => {
    const empty = timeline({ nodes: [], now: NOON });
    expect(compareTimelines(empty, empty).rows.size).toBe(0);
    expect(compareTimelines(empty, dag('a', { x: 1 })).removed).toHaveLength(2);
    expect(compareTimelines(dag('a', { x: 1 }), empty).added).toHaveLength(2);
  });
});
