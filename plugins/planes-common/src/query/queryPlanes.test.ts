import fc from 'fast-check';
import { summary } from '../__testUtils__/summaries';
import {
  PLANES_GROUPS,
  PLANES_SORTS,
  PlanesQuery,
  PlaneSummary,
} from '../api/planesSchema';
import { PLANE_KINDS } from '../model/kinds';
import { PLANE_STATES } from '../state/planeStates';
import { InvalidCursorError } from './InvalidCursorError';
import { PlanesPage, queryPlanes } from './queryPlanes';

const names = ({ items }: Pick<PlanesPage, 'items'>) =>
  items.map(({ ref }) => ref.name);

const fleet = [
  summary({
    name: 'eu-10',
    title: 'Europe 10',
    planeID: 'eu',
    since: '2026-11-03T00:00:00Z',
  }),
  summary({
    name: 'eu-2',
    title: 'Europe 2',
    planeID: 'eu',
    since: '2026-11-01T00:00:00Z',
    warnings: 2,
  }),
  summary({
    name: 'shared',
    title: 'ämter',
    kind: 'ClusterDataPlane',
    planeID: 'eu',
    state: 'stale',
    since: '2026-11-02T00:00:00Z',
  }),
  summary({
    name: 'builds',
    title: 'Builds',
    kind: 'WorkflowPlane',
    planeID: 'ci',
    state: 'disconnected',
    since: '2026-11-04T00:00:00Z',
    errors: 1,
    owner: 'group:default/ci-team',
  }),
  summary({
    name: 'old-builds',
    kind: 'BuildPlane',
    namespace: 'globex',
    planeID: 'eu',
    state: 'not-reported',
    warnings: 1,
  }),
  summary({
    name: 'watch',
    kind: 'ObservabilityPlane',
    namespace: 'globex',
    controlPlane: 'eu',
    state: 'never-connected',
  }),
];

describe('the filters of queryPlanes', () => {
  it.each<[query: PlanesQuery, expected: string[]]>([
    [{ controlPlane: ['eu'] }, ['watch']],
    [{ type: ['data'] }, ['shared', 'eu-2', 'eu-10']],
    [{ type: ['workflow', 'build'] }, ['builds', 'old-builds']],
    [{ scope: 'cluster' }, ['shared']],
    [{ scope: 'namespaced', type: ['data'] }, ['eu-2', 'eu-10']],
    [{ namespace: ['globex'] }, ['watch', 'old-builds']],
    [{ namespace: [''] }, ['shared']],
    [{ state: ['stale', 'disconnected'] }, ['builds', 'shared']],
    [{ state: [], planeID: 'eu' }, ['shared', 'old-builds', 'eu-2', 'eu-10']],
    [{ findings: 'error' }, ['builds']],
    [{ findings: 'warning' }, ['builds', 'old-builds', 'eu-2']],
    [{ text: 'eu' }, ['shared', 'old-builds', 'eu-2', 'eu-10']],
    [{ text: '  EUROPE\t10 ' }, ['eu-10']],
    [{ text: 'ÄMTER' }, ['shared']],
    [{ text: 'ci-team' }, ['builds']],
    [{ text: 'clusterdata' }, ['shared']],
    [{ text: 'globex watch' }, ['watch']],
    [{ text: 'globex ci-team' }, []],
    [
      { text: ' ' },
      ['builds', 'shared', 'watch', 'old-builds', 'eu-2', 'eu-10'],
    ],
  ])('let %j through', (query, expected) => {
    const page = queryPlanes(fleet, query);
    expect(names(page)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
    expect(page).not.toHaveProperty('nextCursor');
  });
});

describe('the counts of queryPlanes', () => {
  it('are of all planes without filters', () => {
    expect(queryPlanes(fleet, { limit: 1 }).counts).toEqual({
      all: 6,
      states: {
        connected: 2,
        stale: 1,
        disconnected: 1,
        'not-reported': 1,
        'never-connected': 1,
      },
      types: { data: 3, workflow: 1, build: 1, observability: 1 },
      namespaces: { acme: 3, globex: 2, '': 1 },
    });
  });

  it('tell what another choice of one filter would show', () => {
    const query: PlanesQuery = {
      type: ['data'],
      state: ['connected', 'stale'],
      namespace: ['acme'],
      text: 'eu',
    };
    const { counts } = queryPlanes(fleet, query);
    expect(counts).toEqual({
      all: 6,
      states: { connected: 2 },
      types: { data: 2 },
      namespaces: { acme: 2, '': 1 },
    });
    expect(queryPlanes(fleet, { ...query, namespace: [''] }).totalItems).toBe(
      counts.namespaces[''],
    );
  });
});

describe('the order of queryPlanes', () => {
  it.each<[query: PlanesQuery, expected: string[]]>([
    [{}, ['builds', 'shared', 'watch', 'old-builds', 'eu-2', 'eu-10']],
    [
      { sort: 'health', order: 'desc' },
      ['eu-2', 'eu-10', 'old-builds', 'watch', 'shared', 'builds'],
    ],
    [
      { sort: 'name' },
      ['shared', 'builds', 'eu-2', 'eu-10', 'old-builds', 'watch'],
    ],
    [
      { sort: 'name', order: 'desc' },
      ['watch', 'old-builds', 'eu-10', 'eu-2', 'builds', 'shared'],
    ],
    [
      { sort: 'type' },
      ['shared', 'eu-2', 'eu-10', 'builds', 'old-builds', 'watch'],
    ],
    [
      { sort: 'namespace' },
      ['shared', 'builds', 'eu-2', 'eu-10', 'old-builds', 'watch'],
    ],
    [
      { sort: 'planeID' },
      ['builds', 'shared', 'eu-2', 'eu-10', 'old-builds', 'watch'],
    ],
    [
      { sort: 'since' },
      ['eu-2', 'shared', 'eu-10', 'builds', 'old-builds', 'watch'],
    ],
    [
      { sort: 'since', order: 'desc' },
      ['builds', 'eu-10', 'shared', 'eu-2', 'old-builds', 'watch'],
    ],
    [
      { group: 'health', sort: 'name' },
      ['shared', 'builds', 'watch', 'eu-2', 'eu-10', 'old-builds'],
    ],
    [
      { group: 'type', sort: 'type', order: 'desc' },
      ['shared', 'eu-2', 'eu-10', 'builds', 'old-builds', 'watch'],
    ],
    [
      { group: 'type', sort: 'name', order: 'desc' },
      ['eu-10', 'eu-2', 'shared', 'builds', 'old-builds', 'watch'],
    ],
    [
      { group: 'cluster', sort: 'name' },
      ['builds', 'shared', 'eu-2', 'eu-10', 'old-builds', 'watch'],
    ],
    [
      { group: 'namespace', sort: 'health' },
      ['shared', 'builds', 'eu-2', 'eu-10', 'watch', 'old-builds'],
    ],
  ])('of %j', (query, expected) => {
    expect(names(queryPlanes(fleet, query))).toEqual(expected);
    expect(names(queryPlanes(fleet.toReversed(), query))).toEqual(expected);
  });

  it('is decided by the uid', () => {
    const twins = ['b', 'a', 'C'].map(uid => summary({ uid }));
    expect(queryPlanes(twins, {}).items.map(({ uid }) => uid)).toEqual([
      'a',
      'b',
      'C',
    ]);
  });

  it('keeps groups together whose names only look the same', () => {
    const planes = ['eu-02', 'eu-2', 'eu-02', 'eu-2'].map((planeID, i) =>
      summary({ uid: `${i}`, name: `p${i}`, planeID }),
    );
    const { items } = queryPlanes(planes, { group: 'cluster', sort: 'name' });
    expect(items.map(({ planeID }) => planeID)).toEqual([
      'eu-02',
      'eu-02',
      'eu-2',
      'eu-2',
    ]);
  });
});

/** Every page of a query, in turn. */
function pages(
  planes: readonly PlaneSummary[],
  query: PlanesQuery,
): PlaneSummary[][] {
  const found: PlaneSummary[][] = [];
  let cursor: string | undefined;
  do {
    const page = queryPlanes(planes, { ...query, cursor });
    found.push(page.items);
    cursor = page.nextCursor;
    // One page more than there can be, should they not come to an end.
  } while (cursor !== undefined && found.length <= planes.length);
  return found;
}

const anySummary = fc
  .record({
    kind: fc.constantFrom(...PLANE_KINDS.map(({ kind }) => kind)),
    state: fc.constantFrom(...PLANE_STATES),
    title: fc.oneof(
      fc.constantFrom('Eu 1', 'eu 01', 'EU 1', 'Ä 🎉'),
      fc.string({ unit: 'binary', maxLength: 200 }),
    ),
    planeID: fc.constantFrom('a', 'b', 'b-2', 'b-02'),
    controlPlane: fc.constantFrom('default', 'other'),
    since: fc.constantFrom(undefined, '2026-11-01T00:00:00Z', '2026-11-02'),
    errors: fc.nat({ max: 1 }),
  })
  .map(options => summary(options));
const anyFleet = fc
  .array(anySummary, { maxLength: 40 })
  .map(planes => planes.map((plane, i) => ({ ...plane, uid: `uid-${i}` })));
const anyOrder = fc.record(
  {
    sort: fc.constantFrom(...PLANES_SORTS),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    group: fc.constantFrom(...PLANES_GROUPS),
    findings: fc.constant('error' as const),
  },
  { requiredKeys: [] },
);

describe('the pages of queryPlanes', () => {
  it('make up the whole list, whatever the order', () => {
    fc.assert(
      fc.property(
        anyFleet,
        anyOrder,
        fc.integer({ min: 1, max: 10 }),
        (planes, query, limit) => {
          const whole = queryPlanes(planes, { ...query, limit: 500 });
          const found = pages(planes, { ...query, limit });
          expect(found.flat()).toEqual(whole.items);
          expect(found.flat()).toHaveLength(whole.totalItems);
          expect(found.slice(0, -1).every(p => p.length === limit)).toBe(true);
        },
      ),
    );
  });

  it('do not depend on the order that planes are given in', () => {
    fc.assert(
      fc.property(anyFleet, anyOrder, (planes, query) => {
        expect(queryPlanes(planes.toReversed(), query).items).toEqual(
          queryPlanes(planes, query).items,
        );
      }),
    );
  });

  it('go on where the last plane of the page before is gone', () => {
    const query: PlanesQuery = { sort: 'name', limit: 2 };
    const { items, nextCursor } = queryPlanes(fleet, query);
    const rest = fleet.filter(plane => plane !== items[1]);
    const next = queryPlanes(rest, { ...query, cursor: nextCursor });
    expect(names(next)).toEqual(['eu-2', 'eu-10']);
    expect(next.totalItems).toBe(5);
  });

  it('have 100 planes unless told otherwise', () => {
    const planes = Array.from({ length: 101 }, (_, i) =>
      summary({ name: `p-${i}` }),
    );
    expect(pages(planes, {}).map(items => items.length)).toEqual([100, 1]);
  });

  it('have a cursor that fits into a query', () => {
    const planes = Array.from({ length: 2 }, (_, i) =>
      summary({
        uid: `${i}`,
        title: '漢'.repeat(200),
        planeID: 'x'.repeat(63),
      }),
    );
    const query = { group: 'cluster', sort: 'planeID', limit: 1 } as const;
    const { nextCursor = '' } = queryPlanes(planes, query);
    expect(nextCursor).toMatch(/^[A-Za-z0-9_-]{1,2000}$/);
  });
});

describe('a cursor', () => {
  const { nextCursor = '' } = queryPlanes(fleet, { sort: 'name', limit: 1 });
  const encoded = (value: unknown) => btoa(JSON.stringify(value));

  it.each<[name: string, cursor: string, query: PlanesQuery]>([
    ['of another sort', nextCursor, {}],
    ['of another direction', nextCursor, { sort: 'name', order: 'desc' }],
    ['of another group', nextCursor, { sort: 'name', group: 'type' }],
    ['cut short', nextCursor.slice(0, -3), { sort: 'name' }],
    ['that is empty', '', { sort: 'name' }],
    ['that is no base64', 'no cursor!', { sort: 'name' }],
    ['that is no JSON', btoa('{'), { sort: 'name' }],
    ['of another shape', encoded({ key: 1 }), { sort: 'name' }],
    ['of too few values', encoded([',name,asc', ['a']]), { sort: 'name' }],
    ['of other values', encoded([',name,asc', [1, 'a']]), { sort: 'name' }],
  ])('%s is refused', (_name, cursor, query) => {
    expect(() => queryPlanes(fleet, { ...query, cursor })).toThrow(
      InvalidCursorError,
    );
  });

  it('may be used with other filters', () => {
    const page = queryPlanes(fleet, {
      sort: 'name',
      type: ['data'],
      cursor: nextCursor,
    });
    expect(names(page)).toEqual(['eu-2', 'eu-10']);
  });
});
