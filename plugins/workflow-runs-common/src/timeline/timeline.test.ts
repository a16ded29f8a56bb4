import { at } from '../__testUtils__/simulatedWorkflow';
import {
  ms,
  node,
  rowOf,
  segments,
  timelineOf,
  tree,
} from '../__testUtils__/timelineNodes';
import type { ArgoNode } from '../argo/nodeSchema';
import { timeline } from './timeline';

describe('what a timeline shows of loops and retries', () => {
  const dag = node('wf', 'DAG', [0, 60], { children: ['wf.each'] });
  const loop = node('wf.each', 'TaskGroup', [0, 60], {
    children: ['wf.each(0:amd64)', 'wf.each(1:arm64)', 'wf.after'],
  });
  const retry = node('wf.each(1:arm64)', 'Retry', [0, 60], {
    children: ['wf.each(1:arm64)(0)', 'wf.each(1:arm64)(1)'],
  });

  it('has the items of a DAG loop below it, and attempts below an item', () => {
    const result = timelineOf([
      dag,
      loop,
      retry,
      node('wf.each(0:amd64)', 'Pod', [0, 10]),
      node('wf.each(1:arm64)(0)', 'Pod', [0, 10], { phase: 'Failed' }),
      node('wf.each(1:arm64)(1)', 'Pod', [20, 60]),
      // Depends on the loop, so it is its child, but not one of its items.
      node('wf.after', 'Pod', [60, 70]),
    ]);
    expect(tree(result)).toEqual([
      'wf',
      '  each',
      '    amd64',
      '    arm64',
      '      attempt 1',
      '      attempt 2',
      '  after',
    ]);
    expect(rowOf(result, 'wf.each(1:arm64)(1)')).toMatchObject({
      title: 'each (arm64) attempt 2',
      kind: 'attempt',
      attempt: 2,
    });
    expect(segments(result, 'wf.each(1:arm64)')).toBe(
      'running 0-10, idle 10-20, running 20-60',
    );
  });

  it('folds a loop over one item and a retry of one attempt', () => {
    const result = timelineOf([
      dag,
      { ...loop, children: ['wf.each(1:arm64)'] },
      { ...retry, children: ['wf.each(1:arm64)(0)'] },
      node('wf.each(1:arm64)(0)', 'Pod', [0, 60]),
    ]);
    expect(tree(result)).toEqual(['wf', '  each (arm64)']);
    expect(
      result.rows.filter(({ folded }) => folded).map(({ id }) => id),
    ).toEqual(['wf.each', 'wf.each(1:arm64)']);
  });

  it('shows a retry between its first attempt and the next', () => {
    const result = timelineOf([
      node('wf', 'Retry', [0], {
        children: ['wf(0)'],
        message: 'Backoff for 3 minutes 0 seconds',
      }),
      node('wf(0)', 'Pod', [0, 30], {
        boundaryID: undefined,
        phase: 'Failed',
        message: 'main: OOMKilled (exit code 137)',
        retried: true,
      }),
    ]);
    expect(tree(result)).toEqual(['wf', '  attempt 1']);
    expect(segments(result, 'wf')).toBe('running 0-30, idle 30-100');
    expect(rowOf(result, 'wf').reason).toBe(
      'waits 3 minutes 0 seconds before the next attempt',
    );
    expect(rowOf(result, 'wf(0)').reason).toBe('out of memory (exit code 137)');
  });

  it('shows an attempt at a whole template as a group', () => {
    const within = { boundaryID: 'wf(0)' };
    const result = timelineOf([
      node('wf', 'Retry', [0, 30], { children: ['wf(0)', 'wf(1)'] }),
      node('wf(0)', 'DAG', [0, 10], { boundaryID: undefined, retried: true }),
      node('wf(0).a', 'Pod', [0, 10], within),
      node('wf(1)', 'DAG', [10, 30], { boundaryID: undefined, retried: true }),
    ]);
    expect(tree(result)).toEqual(['wf', '  attempt 1', '    a', '  attempt 2']);
    expect(rowOf(result, 'wf(1)')).toMatchObject({ kind: 'group', attempt: 2 });
  });

  it('calls a group of parallel steps by its steps', () => {
    const steps = (names: readonly string[]) =>
      tree(
        timelineOf([
          node('wf', 'Steps', [0, 10]),
          node('wf[0]', 'StepGroup', [0, 10], {
            displayName: '[0]',
            children: names.map(name => `wf[0].${name}`),
          }),
          ...names.map(name => node(`wf[0].${name}`, 'Pod', [0, 10])),
        ]),
      )[1].trim();
    expect(steps(['unit'])).toBe('unit');
    expect(steps(['unit', 'lint', 'build'])).toBe('unit, lint, build');
    expect(steps(['e', 'd', 'c', 'b', 'a'])).toBe('e, d and 3 more');
    expect(steps(['each(0:x)', 'each(1:y)'])).toBe('each');
    expect(steps(['each(0:x)', 'each(1:y)', 'other'])).toBe('each, other');
  });

  it('shows a group of steps that failed by itself', () => {
    const result = timelineOf([
      node('wf', 'Steps', [0, 5], { phase: 'Error' }),
      node('wf[2]', 'StepGroup', [0, 5], {
        displayName: '[2]',
        phase: 'Error',
        message: 'failed to resolve {{steps.a.outputs.result}}',
      }),
    ]);
    expect(tree(result)).toEqual(['wf', '  step group 3']);
  });
});

describe('what a timeline shows of hooks', () => {
  it.each<[string, Partial<ArgoNode>, string, string]>([
    [
      'wf.onExit',
      { templateName: 'notify' },
      'notify (exit handler)',
      'exit-handler',
    ],
    ['wf.onExit', {}, 'exit handler', 'exit-handler'],
    [
      'wf.hooks.started',
      { templateName: 'ping' },
      'ping (started hook)',
      'hook',
    ],
    [
      'wf.a.onExit',
      { displayName: 'a.onExit', boundaryID: 'wf', templateName: 'notify' },
      'notify (exit handler of a)',
      'exit-handler',
    ],
    [
      'wf.each(0:x.y).hooks.running',
      { displayName: 'each(0:x.y).hooks.running', boundaryID: 'wf' },
      'running hook of each (x.y)',
      'hook',
    ],
  ])('calls %s with %j %s', (name, more, label, role) => {
    const hook = { displayName: name, boundaryID: undefined, ...more };
    const result = timelineOf([
      node('wf', 'DAG', [0, 10]),
      node('h', 'Pod', [5, 10], { name, ...hook }),
    ]);
    expect(rowOf(result, 'h')).toMatchObject({ label, title: label, role });
  });

  it('does not take a workflow for a hook because of its name', () => {
    const root = node('a.hooks.b', 'Pod', [0, 10], {
      displayName: 'a.hooks.b',
      boundaryID: undefined,
    });
    expect(timelineOf([root]).rows[0]).toMatchObject({ label: 'a.hooks.b' });
    expect(timelineOf([root]).rows[0].role).toBeUndefined();
  });

  it('puts a hook beside its step, in the group of that step', () => {
    const result = timelineOf([
      node('wf', 'Steps', [0, 30], { children: ['wf[0]'] }),
      node('wf[0]', 'StepGroup', [0, 30], {
        displayName: '[0]',
        children: ['wf[0].a', 'wf[0].b'],
      }),
      node('wf[0].a', 'Pod', [0, 10], { children: ['wf[0].a.onExit'] }),
      node('wf[0].b', 'Pod', [0, 10]),
      node('wf[0].a.onExit', 'Pod', [10, 20], { displayName: 'a.onExit' }),
    ]);
    expect(tree(result)).toEqual([
      'wf',
      '  a, b',
      '    a',
      '    b',
      '    exit handler of a',
    ]);
  });
});

describe('the critical path of a timeline', () => {
  it('leads through what made room where parallelism is limited', () => {
    const items = [
      [0, 30],
      [0, 20],
      [20, 45],
      [30, 50],
      [50, 80],
    ] as const;
    const ids = items.map((_, item) => `wf[0].each(${item}:${item})`);
    const result = timelineOf([
      node('wf', 'Steps', [0, 80], { children: ['wf[0]'] }),
      node('wf[0]', 'StepGroup', [0, 80], { children: ids }),
      ...items.map((times, item) => node(ids[item], 'Pod', times)),
    ]);
    expect(result.criticalPath).toEqual([ids[0], ids[3], ids[4]]);
    expect(result.totals).toMatchObject({
      criticalPathMs: 80_000,
      criticalWaitingMs: 0,
    });
  });

  it('leads through attempts, exit handlers of steps, and what a ghost waited for', () => {
    const result = timelineOf([
      node('wf', 'DAG', [0, 80], { children: ['wf.a'] }),
      node('wf.a', 'Retry', [0, 25], {
        children: ['wf.a(0)', 'wf.a(1)', 'wf.a.onExit'],
      }),
      node('wf.a(0)', 'Pod', [0, 10], { phase: 'Failed' }),
      node('wf.a(1)', 'Pod', [15, 25], {
        children: ['wf.ghost'],
        runningSince: at(17),
      }),
      node('wf.a.onExit', 'Pod', [25, 40], { displayName: 'a.onExit' }),
      node('wf.ghost', 'Skipped', [40, 40], {
        phase: 'Skipped',
        children: ['wf.b'],
      }),
      node('wf.b', 'Pod', [42, 80]),
      node('wf.unrelated', 'Pod', [0, 41]),
    ]);
    expect(result.criticalPath).toEqual([
      'wf.a(0)',
      'wf.a(1)',
      'wf.a.onExit',
      'wf.b',
    ]);
    expect(result.totals.criticalWaitingMs).toBe((5 + 2 + 2) * 1000);
  });

  it('waits for a daemon to be ready, not for its end', () => {
    const result = timelineOf([
      node('wf', 'DAG', [0, 60], { children: ['wf.db'] }),
      node('wf.db', 'Pod', [0, 20], {
        phase: 'Running',
        daemoned: true,
        children: ['wf.test'],
      }),
      node('wf.test', 'Pod', [20, 60]),
    ]);
    expect(result.criticalPath).toEqual(['wf.db', 'wf.test']);
    expect(result.totals.criticalWaitingMs).toBe(0);
  });

  it('includes the exit handler, and not a hook that ended before', () => {
    const top = { boundaryID: undefined };
    const result = timelineOf([
      node('wf', 'Pod', [0, 40], { children: ['h'] }),
      node('h', 'Pod', [1, 30], {
        name: 'wf.hooks.x',
        displayName: 'wf.hooks.x',
        ...top,
      }),
      node('e', 'Pod', [40, 50], {
        name: 'wf.onExit',
        displayName: 'wf.onExit',
        ...top,
      }),
    ]);
    expect(result.criticalPath).toEqual(['wf', 'e']);
  });
});

describe('a timeline of tasks alone', () => {
  const task = (
    id: string,
    displayName: string,
    times: readonly [number, number?],
    more?: Partial<ArgoNode>,
  ) => node(id, 'Pod', times, { displayName, boundaryID: undefined, ...more });
  const tasks = [
    task('3', 'publish', [50, 60]),
    task('2', 'build(1)', [30, 50]),
    task('1', 'build(0)', [10, 28], { phase: 'Failed' }),
    task('0', 'checkout', [0, 10]),
    task('4', 'scan', [10, 12]),
  ];

  it('has them in order, attempts numbered, and the path by their times', () => {
    const result = timeline({ nodes: tasks, now: ms(300) });
    expect(tree(result)).toEqual([
      'checkout',
      'build attempt 1',
      'scan',
      'build attempt 2',
      'publish',
    ]);
    expect(result.criticalPath).toEqual(['0', '1', '2', '3']);
    expect(result).toMatchObject({ live: false, start: ms(0), end: ms(60) });
    expect(result.totals.byTemplate.map(({ template }) => template)).toEqual([
      'build',
      'checkout',
      'publish',
      'scan',
    ]);
  });

  it('is live while one of them runs', () => {
    const result = timeline({
      nodes: [...tasks, task('5', 'sign', [60])],
      now: ms(300),
    });
    expect(result).toMatchObject({ live: true, end: ms(300) });
  });
});

describe('what a timeline sums up', () => {
  it('counts tasks, never what contains them, nor what was taken from a cache', () => {
    const within = { boundaryID: 'wf.b' };
    const result = timelineOf([
      node('wf', 'DAG', [0, 90], { templateName: 'main' }),
      node('wf.a', 'Pod', [0, 30], { templateName: 'x', runningSince: at(5) }),
      node('wf.b', 'Pod', [30, 60], { templateName: 'y' }),
      node('wf.b.main', 'Container', [30, 60], {
        templateName: 'y',
        ...within,
      }),
      node('wf.c', 'Pod', [60, 60], { templateName: 'x', memoized: true }),
      node('wf.d', 'Suspend', [60, 90], { templateName: 'z' }),
      node('wf.e', 'Pod', [60, 90], { templateName: 'x' }),
    ]);
    expect(result.totals).toMatchObject({
      elapsedMs: 100_000,
      waitingMs: 5000,
      runningMs: 85_000,
      byTemplate: [
        { template: 'x', tasks: 2, waitingMs: 5000, runningMs: 55_000 },
        { template: 'y', tasks: 1, waitingMs: 0, runningMs: 30_000 },
      ],
    });
  });
});

describe('a timeline of what is malformed', () => {
  it('breaks circles of boundaries, and of children', () => {
    const result = timelineOf([
      node('a', 'DAG', [0, 10], { boundaryID: 'c', children: ['b'] }),
      node('b', 'DAG', [0, 10], { boundaryID: 'a', children: ['c'] }),
      node('c', 'Pod', [0, 10], { boundaryID: 'b', children: ['a'] }),
      node('d', 'Pod', [0, 10], { boundaryID: 'd', children: ['d'] }),
    ]);
    expect(tree(result)).toEqual(['a', '  b', '    c', 'd']);
    expect(result.criticalPath.length).toBeGreaterThan(0);
  });

  it('takes one of several nodes of an id, always the same', () => {
    const twins = [
      node('wf', 'Pod', [0, 10]),
      node('wf', 'Pod', [5, 20]),
      node('wf', 'DAG', [1, 2]),
    ];
    const rows = timelineOf(twins).rows;
    expect(rows).toHaveLength(1);
    expect(timelineOf([...twins].reverse()).rows).toEqual(rows);
  });

  it('does not mind how deep or long a workflow is', () => {
    const count = 10_000;
    const deep = Array.from({ length: count }, (_, level) =>
      node(`${level}`, level + 1 < count ? 'DAG' : 'Pod', [level, count], {
        boundaryID: level === 0 ? undefined : `${level - 1}`,
        children: [`${level + 1}`],
      }),
    );
    const result = timelineOf(deep, { now: count });
    expect(result.rows).toHaveLength(count);
    expect(rowOf(result, `${count - 1}`)).toMatchObject({
      depth: count - 1,
      critical: true,
    });
    expect(result.rows[0].descendants).toBe(count - 1);
    const chain = deep.map(one => ({
      ...one,
      type: 'Pod' as const,
      boundaryID: undefined,
      finishedAt: at(Number(one.id) + 1),
    }));
    expect(timelineOf(chain, { now: count }).criticalPath).toHaveLength(count);
  });
});
