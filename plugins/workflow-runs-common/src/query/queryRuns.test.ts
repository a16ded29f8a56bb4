import fc from 'fast-check';
import { run, RunOptions } from '../__testUtils__/runs';
import { RUNS_SORTS, RunsQuery, runsQuerySchema } from '../api/runsSchema';
import { RUN_PHASES } from '../model/phases';
import type { ListedRun } from './filterRuns';
import { InvalidCursorError } from './InvalidCursorError';
import { queryRuns } from './queryRuns';
import { runsQueryFromParams, runsQueryToParams } from './runsQueryParams';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const listed = (options: RunOptions, planeUid?: string): ListedRun => ({
  run: run(options),
  planeUid,
});
const names = ({ items }: { items: readonly ListedRun[] }) =>
  items.map(item => item.run.ref.name);

const runs = [
  listed(
    {
      name: 'cart-2',
      project: 'shop',
      component: 'cart',
      phase: 'Running',
      createdAt: '2026-11-21T11:00:00Z',
      startedAt: '2026-11-21T11:00:00Z',
      source: { branch: 'feature/Fast', commit: '3F2A9C1' },
    },
    'plane-a',
  ),
  listed(
    {
      name: 'cart-10',
      project: 'shop',
      component: 'cart',
      phase: 'Succeeded',
      createdAt: '2026-11-21T10:00:00Z',
      startedAt: '2026-11-21T10:00:00Z',
      completedAt: '2026-11-21T10:05:00Z',
    },
    'plane-a',
  ),
  listed(
    {
      name: 'report',
      namespace: 'globex',
      controlPlane: 'eu',
      workflow: { kind: 'Workflow', name: 'build' },
      createdAt: '2026-11-21T11:30:00Z',
    },
    'plane-b',
  ),
  listed({
    name: 'old',
    kind: 'Build',
    project: 'shop',
    component: 'mail',
    phase: 'Failed',
    workflow: { kind: 'ClusterWorkflowTemplate', name: 'docker' },
    createdAt: '2026-11-20T10:00:00Z',
    startedAt: '2026-11-20T10:00:00Z',
    completedAt: '2026-11-20T10:01:00Z',
  }),
];

describe('the filters of queryRuns', () => {
  it.each<[query: RunsQuery, expected: string[]]>([
    [{}, ['report', 'cart-2', 'cart-10', 'old']],
    [{ controlPlane: ['eu'] }, ['report']],
    [{ namespace: ['acme'] }, ['cart-2', 'cart-10', 'old']],
    [{ project: 'shop', component: 'cart' }, ['cart-2', 'cart-10']],
    [{ workflow: ['build'] }, ['report', 'cart-2', 'cart-10']],
    [{ workflow: ['Workflow/build', 'docker'] }, ['report', 'old']],
    [{ plane: 'plane-a' }, ['cart-2', 'cart-10']],
    [{ phase: ['Running', 'Failed'] }, ['cart-2', 'old']],
    [{ phase: [], text: ' ' }, ['report', 'cart-2', 'cart-10', 'old']],
    [{ from: '2026-11-21T10:00:00Z' }, ['report', 'cart-2', 'cart-10']],
    [{ to: '2026-11-21T10:00:00Z' }, ['old']],
    [
      { from: '2026-11-21T11:00:00+01:00', to: '2026-11-21T11:30:00Z' },
      ['cart-2', 'cart-10'],
    ],
    [{ text: 'CART' }, ['cart-2', 'cart-10']],
    [{ text: 'shop fast 3f2a' }, ['cart-2']],
    [{ text: 'globex' }, ['report']],
    [{ text: 'docker mail' }, ['old']],
    [{ text: 'cart mail' }, []],
  ])('let %j through', (query, expected) => {
    const page = queryRuns(runs, query, NOW);
    expect(names(page)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
    expect(page.nextCursor).toBeUndefined();
  });

  it('tell what another choice of one filter would show', () => {
    const { counts } = queryRuns(
      runs,
      {
        phase: ['Running'],
        namespace: ['acme'],
        workflow: ['build'],
        limit: 1,
      },
      NOW,
    );
    expect(counts).toEqual({
      all: 4,
      phases: { Running: 1, Succeeded: 1 },
      workflows: { 'ClusterWorkflow/build': 1 },
      namespaces: { acme: 1 },
    });
    expect(queryRuns(runs, {}, NOW).counts).toEqual({
      all: 4,
      phases: { Pending: 1, Running: 1, Succeeded: 1, Failed: 1 },
      workflows: {
        'ClusterWorkflow/build': 2,
        'Workflow/build': 1,
        'ClusterWorkflowTemplate/docker': 1,
      },
      namespaces: { acme: 3, globex: 1 },
    });
  });
});

describe('the order of queryRuns', () => {
  it.each<[query: RunsQuery, expected: string[]]>([
    [{ order: 'asc' }, ['old', 'cart-10', 'cart-2', 'report']],
    [{ sort: 'name', order: 'asc' }, ['cart-2', 'cart-10', 'old', 'report']],
    [{ sort: 'name' }, ['report', 'old', 'cart-10', 'cart-2']],
    // What has not begun has no duration and comes last either way.
    [{ sort: 'duration' }, ['cart-2', 'cart-10', 'old', 'report']],
    [
      { sort: 'duration', order: 'asc' },
      ['old', 'cart-10', 'cart-2', 'report'],
    ],
  ])('of %j', (query, expected) => {
    expect(names(queryRuns(runs, query, NOW))).toEqual(expected);
    expect(names(queryRuns(runs.toReversed(), query, NOW))).toEqual(expected);
  });
});

const anyTime = fc
  .integer({ min: -1, max: 5 })
  .map(minute =>
    minute < 0 ? undefined : new Date(NOW - minute * 60_000).toISOString(),
  );
const anyRun = fc
  .record({
    name: fc.constantFrom('a', 'A', 'run-2', 'run-02', 'run-10', 'ä'),
    phase: fc.constantFrom(...RUN_PHASES),
    createdAt: anyTime.map(time => time ?? '2026-11-21T10:00:00Z'),
    startedAt: anyTime,
    completedAt: anyTime,
  })
  .map(run);
const anyRuns = fc
  .array(anyRun, { maxLength: 40 })
  .map(list => list.map((item, i) => ({ run: { ...item, uid: `u-${i}` } })));
const anyOrder = fc.record(
  {
    sort: fc.constantFrom(...RUNS_SORTS),
    order: fc.constantFrom('asc' as const, 'desc' as const),
  },
  { requiredKeys: [] },
);

/** More than there can be of the lists above, should pages not come to an end. */
const MAX_PAGES = 100;

/** Every page of a query, each a minute after the one before; `change` makes the list of a page. */
function pages(
  list: readonly ListedRun[],
  query: RunsQuery,
  change: (page: number) => readonly ListedRun[] = () => list,
): (readonly ListedRun[])[] {
  const found: (readonly ListedRun[])[] = [];
  let cursor: string | undefined;
  do {
    const now = NOW + found.length * 60_000;
    const page = queryRuns(change(found.length), { ...query, cursor }, now);
    found.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < MAX_PAGES);
  return found;
}

describe('the pages of queryRuns', () => {
  it('tell each run once, whatever the order', () => {
    fc.assert(
      fc.property(
        anyRuns,
        anyOrder,
        fc.integer({ min: 1, max: 10 }),
        (list, query, limit) => {
          const whole = queryRuns(list, { ...query, limit: 500 }, NOW);
          const found = pages(list, { ...query, limit });
          expect(found.flat()).toEqual(whole.items);
          expect(new Set(found.flat()).size).toBe(list.length);
          expect(found.slice(0, -1).every(p => p.length === limit)).toBe(true);
        },
      ),
    );
  });

  it('tell each run once though others come, end and go meanwhile', () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, anyOrder, (list, others, query) => {
        const newer = others.map((item, i) => ({
          run: { ...item.run, uid: `new-${i}` },
        }));
        const ended = list.map(item => ({
          run: {
            ...item.run,
            completedAt: item.run.completedAt ?? '2026-11-21T12:00:01Z',
          },
        }));
        const found = pages(list, { ...query, limit: 3 }, page => [
          ...(page % 2 === 0 ? list : ended),
          ...newer.slice(page, page + 5),
        ]);
        const uids = found.flat().map(item => item.run.uid);
        expect(uids.filter(uid => uid.startsWith('u-')).sort()).toEqual(
          list.map(item => item.run.uid).sort(),
        );
        expect(new Set(uids).size).toBe(uids.length);
      }),
    );
  });

  it('have 100 runs unless told otherwise, and cursors that fit into a query', () => {
    const list = Array.from({ length: 101 }, (_, i) =>
      listed({ name: `${'漢'.repeat(200)}${i}`, uid: `u-${i}` }),
    );
    const { items, nextCursor = '' } = queryRuns(list, { sort: 'name' }, NOW);
    expect(items).toHaveLength(100);
    expect(nextCursor).toMatch(/^[A-Za-z0-9_-]{1,2000}$/);
  });

  const { nextCursor = '' } = queryRuns(runs, { sort: 'name', limit: 1 }, NOW);
  const encoded = (value: unknown) => btoa(JSON.stringify(value));

  it.each<[name: string, cursor: string, query: RunsQuery]>([
    ['of another sort', nextCursor, {}],
    ['of another direction', nextCursor, { sort: 'name', order: 'asc' }],
    ['cut short', nextCursor.slice(0, -3), { sort: 'name' }],
    ['that is empty', '', { sort: 'name' }],
    ['that is no base64', 'no cursor!', { sort: 'name' }],
    ['that is no JSON', btoa('{'), { sort: 'name' }],
    ['of another shape', encoded(['name,desc', 1, ['a']]), { sort: 'name' }],
    [
      'of other values',
      encoded(['name,desc', 1, [1, 2, 3, 'u']]),
      { sort: 'name' },
    ],
  ])('refuse a cursor %s', (_name, cursor, query) => {
    expect(() => queryRuns(runs, { ...query, cursor }, NOW)).toThrow(
      InvalidCursorError,
    );
  });
});

describe('runsQueryFromParams', () => {
  const read = (params: string) =>
    runsQueryFromParams(new URLSearchParams(params));

  it.each<[params: string, query: RunsQuery]>([
    ['', {}],
    [
      'phase=Running,Failed&phase=Pending&limit=20',
      { phase: ['Running', 'Failed', 'Pending'], limit: 20 },
    ],
    [
      'workflow=ClusterWorkflow%2Fbuild&workflow=docker',
      { workflow: ['ClusterWorkflow/build', 'docker'] },
    ],
    [
      'from=2026-11-21&to=2026-11-21T10:00:00Z',
      { from: '2026-11-21', to: '2026-11-21T10:00:00Z' },
    ],
    ['phase=&text=&limit=&namespace=,', {}],
    ['view=table&sort=name', { sort: 'name' }],
  ])('reads "%s"', (params, query) => {
    expect(read(params)).toEqual({ ok: true, query });
  });

  it.each([
    [
      'phase=Done',
      "Query parameter 'phase' must be one of Pending, Running, Succeeded, Failed, not 'Done'.",
    ],
    [
      'from=yesterday',
      "Query parameter 'from' must be a time such as 2026-11-21T00:00:00Z, not 'yesterday'.",
    ],
    [
      'to=2026-13-45',
      "Query parameter 'to' must be a time such as 2026-11-21T00:00:00Z, not '2026-13-45'.",
    ],
    [
      'limit=0',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '0'.",
    ],
    [
      'limit=1e2',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '1e2'.",
    ],
    [
      'sort=age',
      "Query parameter 'sort' must be one of created, duration, name, not 'age'.",
    ],
    [
      'project=a&project=b',
      "Query parameter 'project' must be given only once.",
    ],
    [
      `text=${'x'.repeat(201)}`,
      `Query parameter 'text' must be at most 200 characters long, not '${'x'.repeat(
        49,
      )}…'.`,
    ],
  ])('refuses "%s"', (params, message) => {
    expect(read(params)).toEqual({ ok: false, message });
  });

  it('reads back what runsQueryToParams writes', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 });
    const list = fc.array(
      text.filter(value => !value.includes(',')),
      { minLength: 1, maxLength: 3 },
    );
    const time = fc
      .date({ min: new Date(0), max: new Date(NOW), noInvalidDate: true })
      .map(date => date.toISOString());
    fc.assert(
      fc.property(
        fc.record(
          {
            controlPlane: list,
            namespace: list,
            workflow: list,
            phase: fc.array(fc.constantFrom(...RUN_PHASES), { minLength: 1 }),
            project: text,
            component: text,
            plane: text,
            text,
            from: time,
            to: time,
            sort: fc.constantFrom(...RUNS_SORTS),
            limit: fc.integer({ min: 1, max: 500 }),
            cursor: text,
          },
          { requiredKeys: [] },
        ),
        input => {
          const query = runsQuerySchema.parse(input);
          const params = runsQueryToParams(query).toString();
          expect(read(params)).toEqual({ ok: true, query });
        },
      ),
    );
  });
});
