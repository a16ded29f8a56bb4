import fc from 'fast-check';
import { MINI_HEIGHT, MINI_WIDTH, miniBars, RunTask } from './miniBars';
import { miniText } from './miniText';

const START = Date.parse('2026-11-20T10:00:00Z');
const END = START + 100_000;

/** A task from one second of the run to another. */
function task(
  phase: RunTask['phase'],
  from?: number,
  to?: number,
  name = 'build',
): RunTask {
  const at = (second?: number) =>
    second === undefined
      ? undefined
      : new Date(START + second * 1_000).toISOString();
  return { name, phase, startedAt: at(from), completedAt: at(to) };
}

/** Level, place and lane of each bar. */
function bars(...tasks: RunTask[]) {
  return miniBars(tasks, START, END).map(
    ({ level, x, width, y }) => `${level} ${x}+${width} at ${y}`,
  );
}

describe('miniBars', () => {
  it('draws what follows on one line, and the time before it', () => {
    expect(bars(task('Succeeded', 10, 40), task('Failed', 40, 100))).toEqual([
      'waiting 0+100 at 5',
      'ok 100+300 at 5',
      'failed 400+600 at 5',
    ]);
  });

  it('draws what runs at the same time below each other', () => {
    expect(
      bars(task('Succeeded', 0, 50), task('Running', 20), task('Pending', 60)),
    ).toEqual([
      'waiting 0+0 at 0',
      'ok 0+500 at 0',
      'running 200+800 at 10',
      'pending 600+400 at 0',
    ]);
  });

  it('draws a run that waits', () => {
    expect(bars()).toEqual(['waiting 0+1000 at 5']);
    expect(bars(task('Pending'), task('Skipped', 1, 1))).toEqual([
      'waiting 0+1000 at 5',
    ]);
  });

  it('shows a failure however short it was, within the run whatever the clocks say', () => {
    expect(bars(task('Error', 100, 100))).toContain('failed 976+24 at 5');
    expect(bars(task('Succeeded', -500, 900))).toContain('ok 0+1000 at 5');
    expect(bars(task('Succeeded', 50, 20))).toContain('ok 500+8 at 5');
  });

  it('keeps every bar within the drawing, one for each task that has begun', () => {
    const time = fc.option(
      fc.oneof(
        fc.integer({ min: -1_000, max: 2_000 }),
        fc.integer({ min: -8e9, max: 8e9 }),
      ),
      { nil: undefined },
    );
    const phase = fc.constantFrom<RunTask['phase']>(
      'Pending',
      'Running',
      'Succeeded',
      'Failed',
      'Skipped',
      'Error',
    );
    const tasks = fc.array(
      fc.tuple(phase, time, time).map(args => task(...args)),
    );
    fc.assert(
      fc.property(tasks, fc.integer({ min: -10, max: 1e9 }), (some, length) => {
        const drawn = miniBars(some, START, START + length);
        const begun = some.filter(
          one => one.startedAt && one.phase !== 'Skipped',
        );
        expect(drawn).toHaveLength(begun.length + 1);
        for (const { x, y, width, height } of drawn) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(MINI_WIDTH + 1e-6);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual(MINI_HEIGHT);
          expect(height).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('miniText', () => {
  it.each([
    ['No tasks yet', [], 0],
    ['1 task: 1 running (build)', [task('Running', 0)], 1],
    [
      '6 tasks: 1 succeeded, 4 failed (a, b, c, …), 1 skipped',
      [
        task('Succeeded', 0, 1),
        ...['a', 'b', 'c', 'd'].map(name => task('Failed', 1, 2, name)),
        task('Skipped'),
      ],
      6,
    ],
    ['1 of 50 tasks: 1 pending', [task('Pending')], 50],
  ])('says %p', (text, tasks, count) => {
    expect(miniText(tasks, count)).toBe(text);
  });
});
