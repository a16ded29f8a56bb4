import {
  NodeSpec,
  rowOf,
  SHOP_BUILD,
  START,
  timelineOf,
} from '../__testUtils__/timelineOf';
import { deltaTrend, deltaWords, formatDelta } from '../words/delta';
import { rowStatus } from '../words/rowStatus';
import { barLabel, timingWords } from '../words/rowWords';
import { isExpanded } from './expansion';
import { indexOfNumber } from './indexOfNumber';
import { rowFlags } from './rowFlags';
import { RowTree } from './RowTree';
import { RowFilter, visibleRows } from './visibleRows';

const ALL: RowFilter = { text: '', failed: false, waiting: false };
const NONE: ReadonlySet<string> = new Set();

const shop = timelineOf(SHOP_BUILD, { now: 498 });
const tree = RowTree.of(shop.rows);
const flags = rowFlags(tree, shop.end - shop.start);

function labels(filter: Partial<RowFilter>, collapsed = NONE): string[] {
  const options = { filter: { ...ALL, ...filter }, collapsed };
  const { numbers, matches } = visibleRows(tree, flags, options);
  return numbers.map(number => {
    const { label } = tree.rows[number].row;
    return matches && !matches.has(number) ? `(${label})` : label;
  });
}

describe('RowTree', () => {
  it('has the rows with their places among their siblings', () => {
    expect(
      tree.rows.map(({ row, parent, position, siblings }) => [
        row.label,
        tree.rows[parent]?.row.label,
        `${position}/${siblings}`,
      ]),
    ).toEqual([
      ['shop-build', undefined, '1/1'],
      ['checkout', 'shop-build', '1/4'],
      ['verify', 'shop-build', '2/4'],
      ['lint', 'verify', '1/2'],
      ['license-scan', 'verify', '2/2'],
      ['integration-tests', 'shop-build', '3/4'],
      ['attempt 1', 'integration-tests', '1/3'],
      ['attempt 2', 'integration-tests', '2/3'],
      ['attempt 3', 'integration-tests', '3/3'],
      ['publish', 'shop-build', '4/4'],
    ]);
    expect(tree.ancestorsOf(8)).toEqual(['integration-tests', 'shop-build']);
  });

  it('finds a folded node by what it wraps', () => {
    const folded = RowTree.of(
      timelineOf([
        {
          name: 'run',
          type: 'Steps',
          to: 10,
          children: [
            {
              name: '[0]',
              type: 'StepGroup',
              to: 10,
              children: [{ name: 'only', to: 10 }],
            },
          ],
        },
      ]).rows,
    );
    expect(folded.rows.map(({ row }) => row.label)).toEqual(['run', 'only']);
    expect(folded.numberOf('[0]')).toBe(1);
    expect(folded.numberOf('only')).toBe(1);
    expect(folded.numberOf('gone')).toBeUndefined();
    expect(folded.numberOf(undefined)).toBeUndefined();
  });
});

describe('the visible rows', () => {
  it('are all but those within a collapsed one', () => {
    expect(labels({})).toHaveLength(10);
    expect(labels({}, new Set(['verify', 'integration-tests', 'x']))).toEqual([
      'shop-build',
      'checkout',
      'verify',
      'integration-tests',
      'publish',
    ]);
    expect(labels({}, new Set(['shop-build']))).toEqual(['shop-build']);
  });

  it('are what a filter finds, within collapsed rows too, and what is around it', () => {
    const collapsed = new Set(['shop-build', 'verify']);
    expect(labels({ text: ' LINT ' }, collapsed)).toEqual([
      '(shop-build)',
      '(verify)',
      'lint',
    ]);
    expect(labels({ text: 'attempt 2' })).toEqual([
      '(shop-build)',
      '(integration-tests)',
      'attempt 2',
    ]);
    expect(labels({ text: 'template-of-checkout' })).toEqual([
      '(shop-build)',
      'checkout',
    ]);
    expect(labels({ text: 'exit attempt failed' })).toHaveLength(5);
    expect(labels({ text: 'shop-build.verify.lint' }).at(-1)).toBe('lint');
    expect(labels({ text: 'nothing like it' })).toEqual([]);
  });

  it('are those that failed by themselves', () => {
    expect(labels({ failed: true })).toEqual([
      '(shop-build)',
      '(integration-tests)',
      'attempt 1',
      'attempt 2',
      'attempt 3',
    ]);
    expect(labels({ failed: true, text: '3' })).toEqual([
      '(shop-build)',
      '(integration-tests)',
      'attempt 3',
    ]);
  });

  it('are those that waited notably', () => {
    // A hundredth of the run is 5 seconds, which checkout waited; lint waited 4.
    expect(labels({ waiting: true })).toEqual([
      '(shop-build)',
      'checkout',
      '(verify)',
      'license-scan',
    ]);
  });

  it('tell whether they are open', () => {
    const visible = visibleRows(tree, flags, { filter: ALL, collapsed: NONE });
    const open = (index: number, collapsed: ReadonlySet<string> = NONE) =>
      isExpanded(tree, visible, collapsed, index);
    expect([open(0), open(1), open(2, new Set(['verify']))]).toEqual([
      true,
      undefined,
      false,
    ]);
    const found = visibleRows(tree, flags, {
      filter: { ...ALL, text: 'verify' },
      collapsed: NONE,
    });
    expect(isExpanded(tree, found, NONE, 0)).toBe(true);
    // Its children are not shown, and cannot be while the filter applies.
    expect(isExpanded(tree, found, NONE, 1)).toBeUndefined();
  });

  it('are found by their numbers', () => {
    const numbers = [0, 3, 4, 9, 12];
    expect(
      [0, 3, 9, 12, 5, 13, -1].map(n => indexOfNumber(numbers, n)),
    ).toEqual([0, 1, 3, 4, -1, -1, -1]);
    expect(indexOfNumber(numbers, undefined)).toBe(-1);
    expect(indexOfNumber([], 0)).toBe(-1);
  });
});

describe('a group that failed though nothing in it did', () => {
  it('failed by itself', () => {
    const model = timelineOf([
      {
        name: 'run',
        phase: 'Failed',
        children: [
          {
            name: 'group',
            phase: 'Error',
            children: [{ name: 'fine', to: 5 }],
          },
        ],
      },
    ]);
    const small = RowTree.of(model.rows);
    const { failed } = rowFlags(small, 1000);
    expect([...failed].map(number => small.rows[number].row.label)).toEqual([
      'group',
    ]);
  });
});

describe('the words of a row', () => {
  const now = START + 498_000;
  const words = (id: string) =>
    timingWords(rowOf(shop, id), { origin: shop.start, now });
  const one = (spec: Partial<NodeSpec>, live = true) =>
    timelineOf(
      [
        {
          name: 'run',
          phase: 'Running',
          children: [{ name: 'it', ...spec }],
        },
      ],
      { live },
    );

  it('say what its bar shows', () => {
    expect(words('license-scan')).toBe(
      'starts at 0:37, took 3 m 51 s, waited 45 s, on the critical path',
    );
    expect(words('integration-tests(2)')).toMatch(
      /^starts at 8:00, took 17 s,.*exit code 1$/,
    );
    expect(words('publish')).toMatch(/^not run: /);
    const delta = { differenceMs: 80_000, expectedMs: 100_000 };
    expect(
      timingWords(rowOf(shop, 'lint'), { origin: shop.start, now, delta }),
    ).toMatch(/1 m 20 s longer than usual$/);
  });

  it('say how long it has taken so far', () => {
    const model = one({ phase: 'Running', from: 400, runs: 400 });
    const row = rowOf(model, 'it');
    const at = { origin: model.start, now: START + 1_030_000 };
    expect(timingWords(row, at)).toMatch(
      /^starts at 6:40, for 10 m 30 s so far/,
    );
    expect(barLabel(row, at.now)).toEqual({ text: '10 m 30 s' });
  });

  it('name what is special beside the bar', () => {
    const label = (spec: Partial<NodeSpec>) =>
      barLabel(rowOf(one(spec), 'it'), now).text;
    expect(label({ to: 3, node: { memoized: true } })).toBe('from the cache');
    expect(
      label({ type: 'Skipped', phase: 'Skipped', node: { message: 'when' } }),
    ).toMatch(/^not run/);
  });

  it('name what a row waits for, where there is room', () => {
    const model = one({ phase: 'Pending', node: { waitingFor: 'a/lock' } });
    expect(barLabel(rowOf(model, 'it'), START + 60_000)).toEqual({
      text: expect.stringMatching(/ s$/),
      more: expect.stringContaining('a/lock'),
    });
  });

  it.each<[Partial<NodeSpec>, boolean, string]>([
    [{ phase: 'Succeeded', to: 2 }, true, 'Succeeded'],
    [{ phase: 'Running', type: 'Suspend' }, true, 'Suspended'],
    [{ phase: 'Skipped', type: 'Skipped' }, true, 'Not run'],
    [{ phase: 'Error', type: 'Skipped' }, true, 'Error'],
    [{ to: 1, node: { memoized: true } }, true, 'Succeeded, from the cache'],
    [{ phase: 'Running' }, false, 'Left open by Argo'],
  ])('call the state of %j by its name', (spec, live, name) => {
    expect(rowStatus(rowOf(one(spec, live), 'it')).label).toBe(name);
  });
});

describe('a difference', () => {
  it.each([
    [80_000, '+1 m 20 s', '1 m 20 s longer than usual'],
    [-12_000, '−12 s', '12 s shorter than usual'],
    [400, '±0 s', 'as long as usual'],
  ])('of %p ms is told as %p', (differenceMs, sign, sentence) => {
    expect(formatDelta(differenceMs)).toBe(sign);
    expect(deltaWords({ differenceMs, expectedMs: 60_000 })).toBe(sentence);
  });

  it('matters if it is more than a few seconds and more than a little', () => {
    const trend = (differenceMs: number, expectedMs: number) =>
      deltaTrend({ differenceMs, expectedMs });
    expect(trend(1900, 1000)).toBe('same');
    expect(trend(2000, 1000)).toBe('slower');
    expect(trend(-30_000, 60_000)).toBe('faster');
    expect(trend(20_000, 600_000)).toBe('same');
  });
});
