import {
  PlanesQuery,
  queryPlanes,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeSummary } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { testPlane } from '../../../__testUtils__/testPlane';
import { listLines } from './lines';
import { placePlanes } from './placePlanes';
import { sectionsOf } from './sections';

const FLEET = [
  testPlane('a', { state: 'disconnected' }),
  testPlane('b', { state: 'stale', namespace: 'globex' }),
  testPlane('c', { kind: 'BuildPlane' }),
  testPlane('d'),
  testPlane('e', { kind: 'ClusterDataPlane', plane: { planeID: 'd' } }),
].map(view => planeSummary(view));

function sections(query: PlanesQuery, loaded = FLEET.length) {
  const page = queryPlanes(FLEET, { ...query, sort: 'health' });
  const placed = placePlanes(
    page.items.slice(0, loaded),
    query.group ?? 'health',
  );
  return sectionsOf(placed, page, query);
}

function titles(query: PlanesQuery, loaded?: number) {
  return sections(query, loaded).map(
    ({ title, total }) => `${title}: ${total}`,
  );
}

describe('sectionsOf', () => {
  it.each<[PlanesQuery, string[]]>([
    [{ group: 'health' }, ['Needs attention: 2', 'Healthy: 3']],
    [{ group: 'health', state: ['stale'] }, ['Needs attention: 1']],
    [{ group: 'type' }, ['Data planes: 4', 'Build planes: 1']],
    [{ group: 'namespace' }, ['Cluster scope: 1', 'acme: 3', 'globex: 1']],
    [
      { group: 'cluster' },
      [
        'a · data planes: 1',
        'b · data planes: 1',
        'c · build planes: 1',
        'd · data planes: 2',
      ],
    ],
  ])('groups %j', (query, expected) => {
    expect(titles(query)).toEqual(expected);
  });

  it.each<[PlanesQuery, number, string[]]>([
    [{ group: 'health' }, 3, ['Needs attention: 2', 'Healthy: 3']],
    [
      { group: 'health', state: ['disconnected', 'connected'] },
      2,
      ['Needs attention: 1', 'Healthy: 3'],
    ],
    [{ group: 'type', type: ['data'] }, 1, ['Data planes: 4']],
    [{ group: 'namespace' }, 2, ['Cluster scope: 1', 'acme: 3']],
    [{ group: 'cluster' }, 1, ['a · data planes: 1+']],
  ])('counts %j while only %p are loaded', (query, loaded, expected) => {
    expect(titles(query, loaded)).toEqual(expected);
  });
});

describe('listLines', () => {
  it('puts cards beside each other, rows below their columns, and what is not loaded at the end', () => {
    const { lines, starts, end } = listLines(
      sections({ group: 'health' }),
      2,
      1,
    );
    expect(lines.map(({ type }) => type)).toEqual([
      'heading',
      'cards',
      'heading',
      'columns',
      'row',
      'row',
      'row',
      'pending',
    ]);
    expect(starts).toEqual([0, 2]);
    expect(end).toBe(7);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });
});
