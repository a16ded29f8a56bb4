import { at } from '../../__testUtils__/simulatedWorkflow';
import {
  bar,
  ended,
  ms,
  node,
  rowOf,
  segments,
  timelineOf,
} from '../../__testUtils__/timelineNodes';
import type { ArgoNode } from '../../argo/nodeSchema';
import { timeline } from '../timeline';

describe('the times of a timeline', () => {
  it('tells waiting from running', () => {
    const result = timelineOf([
      node('wf', 'DAG', [0]),
      node('wf.a', 'Pod', [0, 30], { runningSince: at(12) }),
      node('wf.b', 'Pod', [30], { phase: 'Pending' }),
      node('wf.c', 'Pod', [30], { runningSince: at(10) }),
      node('wf.d', 'Pod', [30, 40], { runningSince: at(90) }),
      node('wf.e', 'Suspend', [30]),
      node('wf.f', 'Pod', [], { phase: 'Pending' }),
    ]);
    expect(segments(result, 'wf.a')).toBe('waiting 0-12, running 12-30');
    expect(segments(result, 'wf.b')).toBe('waiting 30-100');
    expect(segments(result, 'wf.c')).toBe('running 30-100');
    expect(segments(result, 'wf.d')).toBe('waiting 30-40, running 40-40');
    expect(segments(result, 'wf.e')).toBe('suspended 30-100');
    expect(segments(result, 'wf.f')).toBe('');
    expect(result.rows[result.rows.length - 1].id).toBe('wf.f');
  });

  it('draws a daemon to the end of its boundary', () => {
    const daemon = node('wf.db', 'Pod', [0, 10], {
      phase: 'Running',
      daemoned: true,
    });
    const running = timelineOf([node('wf', 'DAG', [0]), daemon]);
    expect(bar(running, 'wf.db')).toEqual([0, 100]);
    expect(rowOf(running, 'wf.db')).toMatchObject({ open: true, daemon: true });
    const over = timelineOf([node('wf', 'DAG', [0, 50]), daemon]);
    expect(bar(over, 'wf.db')).toEqual([0, 50]);
    expect(rowOf(over, 'wf.db').open).toBe(false);
  });

  it('lets a daemon outlive the steps that it was started with', () => {
    const result = timelineOf([
      node('wf', 'Steps', [0]),
      node('wf[0]', 'StepGroup', [0, 20], {
        children: ['wf[0].db', 'wf[0].a'],
      }),
      node('wf[0].db', 'Pod', [0, 10], { phase: 'Running', daemoned: true }),
      node('wf[0].a', 'Pod', [0, 20]),
    ]);
    expect(bar(result, 'wf[0].db')).toEqual([0, 100]);
    expect(rowOf(result, 'wf[0].db').clockProblem).toBe(false);
  });

  it('ends a container with its pod', () => {
    const result = timelineOf([
      node('wf', 'Pod', [0, 20]),
      node('wf.main', 'Container', [1, 23]),
      node('wf.side', 'Container', [1]),
    ]);
    expect(bar(result, 'wf.main')).toEqual([1, 20]);
    expect(rowOf(result, 'wf.side')).toMatchObject({ open: false });
    expect(result.rows.filter(row => row.clockProblem)).toEqual([]);
  });

  it('closes what Argo left open under a workflow that ended', () => {
    const result = timelineOf(
      [
        node('wf', 'DAG', [0], { phase: 'Error', message: 'it broke' }),
        node('wf.a', 'Pod', [0, 10]),
        node('wf.b', 'Pod', [10], { phase: 'Pending' }),
      ],
      ended(40, 'Error'),
    );
    expect(result.live).toBe(false);
    expect(bar(result, 'wf')).toEqual([0, 40]);
    expect(bar(result, 'wf.b')).toEqual([10, 40]);
    expect(rowOf(result, 'wf.b')).toMatchObject({
      open: false,
      abandoned: true,
      reason: 'still pending when the workflow ended',
    });
    expect(rowOf(result, 'wf')).toMatchObject({
      abandoned: false,
      reason: 'it broke',
    });
  });

  it('keeps the times of what ran before the workflow was retried', () => {
    const result = timelineOf(
      [
        node('wf', 'Steps', [3600]),
        node('wf[0]', 'StepGroup', [3600, 3600], { children: ['wf[0].a'] }),
        node('wf[0].a', 'Pod', [0, 60]),
        node('wf[1]', 'StepGroup', [3600], { children: ['wf[1].b'] }),
        node('wf[1].b', 'Pod', [3600]),
      ],
      { now: 3700, workflow: { startedAt: at(3600) } },
    );
    expect(bar(result, 'wf')).toEqual([0, 3700]);
    expect(bar(result, 'wf[0].a')).toEqual([0, 60]);
    expect(rowOf(result, 'wf[0].a').reason).toBe('kept from an earlier try');
    expect(result.rows.filter(row => row.clockProblem)).toEqual([]);
  });

  const farAhead = '+200000-01-01T00:00:00Z';
  const farBehind = '-200000-01-01T00:00:00Z';
  it.each<[string, Partial<ArgoNode>]>([
    ['starts a million years ahead', { startedAt: farAhead }],
    ['starts a million years ago', { startedAt: farBehind }],
    ['ends a million years ahead', { finishedAt: farAhead }],
    ['ended a million years ago', { finishedAt: farBehind }],
    ['ended before it began', { startedAt: at(30), finishedAt: at(20) }],
    ['ends after what contains it', { finishedAt: at(61) }],
  ])(
    'marks a task that %s, and does not let it stretch the axis',
    (_, wrong) => {
      const nodes = [
        node('wf', 'DAG', [0, 60]),
        node('wf.good', 'Pod', [0, 60]),
        node('wf.better', 'Pod', [0, 60]),
        node('wf.bad', 'Pod', [10, 20], wrong),
      ];
      for (const result of [
        timelineOf(nodes, ended(60, 'Succeeded')),
        timelineOf(nodes, { now: 70 }),
        timeline({ nodes, now: ms(70) }),
      ]) {
        expect(result.start).toBe(ms(0));
        expect(result.end).toBeLessThanOrEqual(ms(70));
        expect(
          result.rows.filter(row => row.clockProblem).map(({ id }) => id),
        ).toEqual(['wf.bad']);
      }
    },
  );

  it.each<[string, Partial<ArgoNode>]>([
    ['no times', { startedAt: undefined, finishedAt: undefined }],
    ["Go's zero time", { startedAt: '0001-01-01T00:00:00Z', finishedAt: '' }],
  ])('has no bar for a task with %s', (_, times) => {
    const pending = node('wf.a', 'Pod', [], { phase: 'Pending', ...times });
    const result = timelineOf([node('wf', 'DAG', [0]), pending]);
    expect(rowOf(result, 'wf.a')).toMatchObject({ segments: [], open: false });
    expect(rowOf(result, 'wf.a').start).toBeUndefined();
  });

  it('takes the times of a group from what it contains where it has none', () => {
    const group = node('wf', 'DAG', [], { phase: 'Succeeded' });
    const result = timelineOf([group, node('wf.a', 'Pod', [5, 20])]);
    expect(bar(result, 'wf')).toEqual([5, 20]);
  });

  it('believes Argo where the clock of whoever asks is a little behind', () => {
    const nodes = [node('wf', 'DAG', [0]), node('wf.a', 'Pod', [150])];
    const result = timelineOf(nodes, { now: 20 });
    expect(bar(result, 'wf.a')).toEqual([150, 150]);
    expect(result.end).toBe(ms(150));
    expect(timelineOf(nodes, { now: -60 }).end).toBe(ms(150));
    expect(result.rows.filter(row => row.clockProblem)).toEqual([]);
  });

  it('has an axis before there are nodes', () => {
    expect(timelineOf([])).toMatchObject({
      start: ms(0),
      end: ms(100),
      live: true,
      rows: [],
      criticalPath: [],
    });
    const nothing = timeline({ nodes: [], now: ms(0) });
    expect(nothing).toMatchObject({ live: false, end: ms(0) });
    expect(nothing.start).toBeLessThan(nothing.end);
  });
});
