import fc from 'fast-check';
import {
  PLANE_CATEGORIES,
  PLANES_GROUPS,
  PLANES_SORTS,
  PlanesQuery,
} from '../api/planesSchema';
import { PLANE_STATES } from '../state/planeStates';
import {
  planesQueryFromParams,
  planesQueryToParams,
} from './planesQueryParams';

const read = (params: string) =>
  planesQueryFromParams(new URLSearchParams(params));

describe('planesQueryFromParams', () => {
  it.each<[params: string, query: PlanesQuery]>([
    ['', {}],
    ['type=data,workflow&type=build', { type: ['data', 'workflow', 'build'] }],
    ['state=stale&limit=20', { state: ['stale'], limit: 20 }],
    ['text=eu+west%2C&planeID=eu', { text: 'eu west,', planeID: 'eu' }],
    ['type=&state=,&sort=&limit=&text=', {}],
    ['type=data,', { type: ['data'] }],
    ['namespace=', { namespace: [''] }],
    ['namespace=acme&namespace=', { namespace: ['acme', ''] }],
    ['view=table&sort=name', { sort: 'name' }],
  ])('reads "%s"', (params, query) => {
    expect(read(params)).toEqual({ ok: true, query });
  });

  it.each([
    [
      'type=data,pod',
      "Query parameter 'type' must be one of data, workflow, build, observability, not 'pod'.",
    ],
    [
      'state=down',
      `Query parameter 'state' must be one of ${PLANE_STATES.join(
        ', ',
      )}, not 'down'.`,
    ],
    [
      'scope=all',
      "Query parameter 'scope' must be one of namespaced, cluster, not 'all'.",
    ],
    [
      'findings=info',
      "Query parameter 'findings' must be one of warning, error, not 'info'.",
    ],
    [
      'sort=age',
      "Query parameter 'sort' must be one of health, name, type, namespace, planeID, since, not 'age'.",
    ],
    ['order=up', "Query parameter 'order' must be one of asc, desc, not 'up'."],
    [
      'group=owner',
      "Query parameter 'group' must be one of health, type, cluster, namespace, not 'owner'.",
    ],
    [
      'limit=0',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '0'.",
    ],
    [
      'limit=501',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '501'.",
    ],
    [
      'limit=1e2',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '1e2'.",
    ],
    [
      'limit=-1',
      "Query parameter 'limit' must be a whole number from 1 to 500, not '-1'.",
    ],
    ['sort=name&sort=type', "Query parameter 'sort' must be given only once."],
    [
      `text=${'x'.repeat(201)}`,
      `Query parameter 'text' must be at most 200 characters long, not '${'x'.repeat(
        49,
      )}…'.`,
    ],
    [
      `cursor=${'x'.repeat(2001)}`,
      `Query parameter 'cursor' must be the 'nextCursor' of the page before, not '${'x'.repeat(
        49,
      )}…'.`,
    ],
  ])('refuses "%s"', (params, message) => {
    expect(read(params)).toEqual({ ok: false, message });
  });
});

const many = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1 });
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const anyText = fc.string({ minLength: 1, maxLength: 200 });
const anyName = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const anyQuery: fc.Arbitrary<PlanesQuery> = fc.record(
  {
    controlPlane: many(anyName),
    type: many(oneOf(PLANE_CATEGORIES)),
    scope: oneOf(['namespaced', 'cluster'] as const),
    namespace: many(fc.oneof(anyName, fc.constant(''))),
    state: many(oneOf(PLANE_STATES)),
    planeID: anyText,
    text: anyText,
    findings: oneOf(['warning', 'error'] as const),
    sort: oneOf(PLANES_SORTS),
    order: oneOf(['asc', 'desc'] as const),
    group: oneOf(PLANES_GROUPS),
    limit: fc.integer({ min: 1, max: 500 }),
    cursor: fc.stringMatching(/^[A-Za-z0-9_-]{1,100}$/),
  },
  { requiredKeys: [] },
);

describe('planesQueryToParams', () => {
  it('writes what is read as the same query', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        const params = planesQueryToParams(query).toString();
        expect(read(params)).toEqual({ ok: true, query });
      }),
    );
  });

  it('writes nothing for what is not asked', () => {
    const query = { type: [], text: undefined, sort: 'name' } as const;
    expect(planesQueryToParams({ ...query, type: [] }).toString()).toBe(
      'sort=name',
    );
  });
});
