import fc from 'fast-check';
import { node, timelineOf } from '../../__testUtils__/timelineNodes';
import type { ArgoNode } from '../../argo/nodeSchema';
import { axisTicks } from './axisTicks';
import { failureOf } from './failureOf';
import { flattenRows } from './flattenRows';
import { formatOffset } from './formatOffset';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const failed = (more?: Partial<ArgoNode>): Partial<ArgoNode> => ({
  phase: 'Failed',
  ...more,
});

describe('flattenRows', () => {
  const result = timelineOf([
    node('wf', 'Steps', [0, 30], { children: ['wf[0]'] }),
    node('wf[0]', 'StepGroup', [0, 10], { children: ['wf[0].a'] }),
    node('wf[0].a', 'DAG', [0, 10]),
    node('wf[0].a.x', 'Pod', [0, 10], { boundaryID: 'wf[0].a' }),
    node('wf[1]', 'StepGroup', [10, 30], { children: ['wf[1].b'] }),
    node('wf[1].b', 'Pod', [10, 30]),
  ]);
  const shown = (...collapsed: string[]) =>
    flattenRows(result, new Set(collapsed)).map(({ label }) => label);

  it('leaves out folded wrappers and what lies below collapsed rows', () => {
    expect(shown()).toEqual(['wf', 'a', 'x', 'b']);
    expect(shown('wf[0].a')).toEqual(['wf', 'a', 'b']);
    expect(shown('wf', 'wf[0].a')).toEqual(['wf']);
  });

  it('does not mind ids of folded rows, and of none', () => {
    expect(shown('wf[0]', 'wf[1].b', 'nobody')).toEqual(shown());
  });
});

describe('failureOf', () => {
  const dag = (message?: string) =>
    node('wf', 'DAG', [0, 90], failed({ message }));
  const explain = (...nodes: ArgoNode[]) => failureOf(timelineOf(nodes));

  it('is undefined of what succeeded, whatever failed in it', () => {
    expect(explain()).toBeUndefined();
    expect(
      explain(node('wf', 'DAG', [0, 9]), node('wf.a', 'Pod', [0, 5], failed())),
    ).toBeUndefined();
  });

  it('leads to the last attempt', () => {
    const exit = (exitCode: number) =>
      failed({ exitCode, message: `main: Error (exit code ${exitCode})` });
    expect(
      explain(
        dag("child 'wf.it' failed"),
        node('wf.other', 'Pod', [0, 5]),
        node(
          'wf.it',
          'Retry',
          [0, 40],
          failed({ children: ['wf.it(0)', 'wf.it(1)', 'wf.it(2)'] }),
        ),
        node('wf.it(0)', 'Pod', [0, 10], exit(7)),
        node('wf.it(1)', 'Pod', [12, 20], exit(8)),
        node('wf.it(2)', 'Pod', [22, 40], exit(1)),
      ),
    ).toMatchObject({
      row: { id: 'wf.it(2)' },
      attempts: 3,
      exitCode: 1,
      message: 'it failed after 3 attempts: exit code 1',
    });
  });

  it('leads through groups, and into an attempt at one', () => {
    const within = { boundaryID: 'wf.deploy(1)' };
    expect(
      explain(
        dag(),
        node(
          'wf.deploy',
          'Retry',
          [0, 40],
          failed({ children: ['wf.deploy(0)', 'wf.deploy(1)'] }),
        ),
        node('wf.deploy(0)', 'DAG', [0, 10], failed()),
        node('wf.deploy(1)', 'DAG', [10, 40], failed()),
        node(
          'wf.deploy(1).push',
          'Pod',
          [10, 40],
          failed({ exitCode: 4, ...within }),
        ),
      ),
    ).toMatchObject({
      row: { id: 'wf.deploy(1).push' },
      attempts: 2,
      message: 'deploy failed after 2 attempts: push: exit code 4',
    });
  });

  it('takes the one that Argo names, else the first that failed', () => {
    const first = node('wf.a', 'Pod', [0, 5], failed({ exitCode: 1 }));
    const second = node('wf.b', 'Pod', [0, 8], failed({ exitCode: 2 }));
    expect(explain(dag(), second, first)?.message).toBe(
      'a failed: exit code 1',
    );
    expect(explain(dag("child 'wf.b' failed"), second, first)?.message).toBe(
      'b failed: exit code 2',
    );
  });

  it('takes the group where nothing in it failed', () => {
    expect(
      explain(dag('invalid spec'), node('wf.a', 'Pod', [0, 5])),
    ).toMatchObject({ row: { id: 'wf' }, message: 'wf failed: invalid spec' });
  });

  it('tells that a template could not be resolved', () => {
    const ghost = node('wf.a', 'Skipped', [5, 5], {
      phase: 'Error',
      message: 'template x not found',
    });
    expect(explain(dag(), ghost)?.message).toBe(
      'a was not run: template x not found',
    );
  });

  it('takes the exit handler only where nothing else failed', () => {
    const exitHandler = node('e', 'Pod', [10, 20], {
      ...failed({ exitCode: 9 }),
      name: 'wf.onExit',
      displayName: 'wf.onExit',
      templateName: 'notify',
      boundaryID: undefined,
    });
    expect(explain(node('wf', 'Pod', [0, 10]), exitHandler)?.message).toBe(
      'notify (exit handler) failed: exit code 9',
    );
    const main = node('wf', 'Pod', [0, 10], failed({ exitCode: 1 }));
    expect(explain(main, exitHandler)?.message).toBe('wf failed: exit code 1');
  });

  it('leaves out attempts that a later one made good, of tasks alone', () => {
    const task = (name: string, start: number, more?: Partial<ArgoNode>) =>
      node(name, 'Pod', [start, start + 5], { boundaryID: undefined, ...more });
    const flaky = [task('a(0)', 0, failed()), task('a(1)', 10)];
    expect(explain(...flaky)).toBeUndefined();
    expect(
      explain(
        ...flaky,
        task('b(0)', 20, failed({ exitCode: 1 })),
        task('b(1)', 30, failed({ exitCode: 2 })),
      ),
    ).toMatchObject({
      row: { id: 'b(1)' },
      attempts: 2,
      message: 'b failed after 2 attempts: exit code 2',
    });
  });
});

describe('axisTicks', () => {
  it.each([
    [10 * SECOND, 1000, SECOND],
    [90 * SECOND, 1000, 10 * SECOND],
    [8 * MINUTE, 700, MINUTE],
    [HOUR, 1000, 5 * MINUTE],
    [3 * HOUR, 360, HOUR],
    [2 * DAY, 1000, 6 * HOUR],
    [30 * DAY, 1000, 7 * DAY],
    [3000 * DAY, 1000, 252 * DAY],
  ])('of %d ms on %d px come every %d ms', (span, width, step) => {
    const { stepMs, times } = axisTicks(0, span, width);
    expect(stepMs).toBe(step);
    expect(times[0]).toBe(0);
    expect(times[1]).toBe(step);
  });

  it('lie whole steps from the origin', () => {
    const { times } = axisTicks(10_500, 14_500, 400, { origin: 250 });
    expect(times).toEqual([11_250, 12_250, 13_250, 14_250]);
  });

  it.each([
    [5, 5, 100],
    [5, 1, 100],
    [0, 10, 0],
    [0, 10, -1],
    [NaN, 10, 100],
    [0, Infinity, 100],
  ])('from %d to %d on %d px are none', (start, end, width) => {
    expect(axisTicks(start, end, width).times).toEqual([]);
  });

  it('lie within the span, in order, no closer than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 1, max: 1e6 }),
        (start, span, width) => {
          const { stepMs, times } = axisTicks(start, start + span, width);
          expect(times.length).toBeLessThanOrEqual(251);
          const pixels = (stepMs / span) * Math.min(width, 20_000);
          expect(pixels).toBeGreaterThanOrEqual(79.99);
          times.forEach((time, index) => {
            expect(time).toBeGreaterThanOrEqual(start);
            expect(time).toBeLessThanOrEqual(start + span);
            expect(time - times[0]).toBe(index * stepMs);
          });
        },
      ),
    );
  });
});

describe('formatOffset', () => {
  it.each([
    [0, '0:00'],
    [5_999, '0:05'],
    [7 * MINUTE, '7:00'],
    [59 * MINUTE + 59 * SECOND, '59:59'],
    [HOUR + 2 * MINUTE, '1:02:00'],
    [2 * DAY + HOUR + 2 * MINUTE, '2d 1:02:00'],
    [DAY + 5 * SECOND, '1d 0:00:05'],
    [-5 * SECOND, '-0:05'],
    [-1, '0:00'],
    [NaN, ''],
  ])('of %d is %s', (milliseconds, text) => {
    expect(formatOffset(milliseconds)).toBe(text);
  });
});
