import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import fc from 'fast-check';
import { runSummaryFixture } from '../../testing/fixtures';
import { holdRuns, listRuns, waitingText } from './list/holdRuns';
import { RANGES, rangeStart } from './view/ranges';
import {
  isUnfiltered,
  NO_FILTERS,
  readRunsView,
  RUNS_ORDERS,
  runsQuery,
  RunsView,
  writeRunsView,
} from './view/runsView';
import { captionOf, reasonOf, sourceOf } from './view/runWords';

const NOW = Date.parse('2026-11-20T10:07:00Z');

function read(search: string): RunsView {
  return readRunsView(new URLSearchParams(search));
}

describe('the view of the page', () => {
  it('is read from its URL, without what it does not know', () => {
    expect(
      read(
        'q=cart&phase=Failed&phase=Odd&workflow=docker&workflow=docker&namespace=acme&project=shop&component=cart&plane=u&range=24h&from=2026-11-20T10:00:00Z&sort=odd',
      ),
    ).toEqual({
      text: 'cart',
      phases: ['Failed'],
      workflows: ['docker'],
      namespaces: ['acme'],
      project: 'shop',
      component: 'cart',
      plane: 'u',
      range: '24h',
      from: undefined,
      to: undefined,
      order: 'newest',
    });
    expect(read('from=2026-11-20T10:00:00Z&to=never')).toMatchObject({
      from: '2026-11-20T10:00:00Z',
      to: undefined,
    });
  });

  it('is written so that it is read as it was, and leaves the parameters of others', () => {
    const name = fc.stringMatching(/^[a-z/&= ]{1,9}$/);
    const view: fc.Arbitrary<RunsView> = fc.record({
      text: fc.string({ maxLength: 200 }),
      phases: fc.subarray(['Pending', 'Running', 'Succeeded', 'Failed']),
      workflows: fc.uniqueArray(name),
      namespaces: fc.uniqueArray(name),
      project: fc.option(name, { nil: undefined }),
      component: fc.option(name, { nil: undefined }),
      plane: fc.option(name, { nil: undefined }),
      range: fc.option(fc.constantFrom(...RANGES), { nil: undefined }),
      from: fc.constant(undefined),
      to: fc.constant(undefined),
      order: fc.constantFrom(...RUNS_ORDERS),
    });
    fc.assert(
      fc.property(view, written => {
        const params = writeRunsView(
          new URLSearchParams('tab=1&phase=Failed'),
          written,
        );
        expect(params.get('tab')).toBe('1');
        expect(readRunsView(params)).toEqual(written);
      }),
    );
  });

  it('knows whether it filters', () => {
    expect(isUnfiltered({ ...NO_FILTERS, order: 'name' })).toBe(true);
    expect(isUnfiltered(read('q=%20'))).toBe(true);
    for (const search of ['q=a', 'phase=Failed', 'plane=u', 'range=1h']) {
      expect(isUnfiltered(read(search))).toBe(false);
    }
  });

  it('asks the backend for what it shows, within what it is a view of', () => {
    const scope = { project: 'shop', component: 'cart' };
    expect(
      runsQuery(
        read('q=%20a%20&phase=Failed&range=1h&sort=longest&component=other'),
        scope,
        NOW,
      ),
    ).toEqual({
      ...scope,
      text: 'a',
      phase: ['Failed'],
      from: '2026-11-20T09:05:00.000Z',
      sort: 'duration',
      order: 'desc',
    });
  });

  it('asks the same for a while, and never for less than the range', () => {
    expect(rangeStart('24h', NOW)).toBe(rangeStart('24h', NOW + 60_000));
    for (const range of RANGES) {
      const hours = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 }[range];
      const distance = NOW - Date.parse(rangeStart(range, NOW));
      expect(distance).toBeGreaterThanOrEqual(hours * 3_600_000);
      expect(distance).toBeLessThan(hours * 3_600_000 * 1.1);
    }
  });
});

describe('holdRuns', () => {
  function runs(...names: string[]) {
    return listRuns(
      names.map(name => {
        const [uid, phase = 'Running'] = name.split(':');
        return runSummaryFixture({
          uid,
          phase: phase === 'Failed' ? 'Failed' : 'Running',
        });
      }),
    );
  }

  it.each([
    ['nothing changed', ['a', 'b'], ['a', 'b'], 'a b', 0, ''],
    ['a run came', ['b'], ['a', 'b'], 'b', 1, '1 new run'],
    ['two came', ['c'], ['a', 'b', 'c'], 'c', 2, '2 new runs'],
    ['one is gone', ['a', 'b'], ['b'], 'a! b', 1, '1 run has changed'],
    ['all are gone', ['a', 'b'], [], 'a! b!', 2, '2 runs have changed'],
    ['one came, one left', ['b', 'c'], ['a', 'b'], 'b c!', 2, '1 new run'],
    ['more were loaded', ['a'], ['a', 'b', 'c'], 'a b c', 0, ''],
    ['their order changed', ['a', 'b'], ['b', 'a'], 'a b', 0, ''],
  ])('where %s', (_, shown, latest, items, waiting, text) => {
    const held = holdRuns(runs(...shown), runs(...latest));
    expect(
      held.items
        .map(({ run, gone }) => `${run.uid}${gone ? '!' : ''}`)
        .join(' '),
    ).toBe(items);
    expect(held.waiting).toBe(waiting);
    expect(waiting > 0 ? waitingText(held) : '').toBe(text);
  });

  it('shows what is new about runs in their old places', () => {
    const { items } = holdRuns(runs('a', 'b'), runs('c', 'b:Failed', 'a'));
    expect(items.map(({ run }) => `${run.uid} ${run.phase}`)).toEqual([
      'a Running',
      'b Failed',
    ]);
  });
});

describe('the words for a run', () => {
  const run = (overrides: Partial<RunSummary>) => runSummaryFixture(overrides);
  const { ref } = run({});

  it.each([
    ['docker · shop / cart', run({})],
    ['docker · shop', run({ component: undefined })],
    [
      'eu · acme',
      run({
        ref: { ...ref, controlPlane: 'eu' },
        workflow: undefined,
        project: undefined,
        component: undefined,
      }),
    ],
  ])('have the caption %p', (caption, of) => {
    expect(captionOf(of)).toBe(caption);
  });

  it.each([
    ['main@4f1c2a9', { branch: 'main', commit: '4f1c2a9d0b7e' }],
    ['main', { branch: 'main' }],
    ['4f1c2a9', { commit: '4f1c2a9d0b7e' }],
    [undefined, {}],
  ])('have the source %p', (text, source) => {
    expect(sourceOf(run({ source }))).toBe(text);
  });

  it.each([
    [undefined, undefined, undefined],
    ['build failed.', 'build', undefined],
    ['build: exit code 1', 'build', 'exit code 1'],
    ['build failed: exit code 1', 'build', 'build failed: exit code 1'],
    ['Its plane is offline.', undefined, 'Its plane is offline.'],
  ])('have the reason %p', (reason, failedTask, message) => {
    const explanation = message
      ? ({ severity: 'error', code: 'failed', message } as const)
      : undefined;
    expect(reasonOf(run({ failedTask, explanation }))).toBe(reason);
  });
});
