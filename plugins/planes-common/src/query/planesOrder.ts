import {
  PLANE_CATEGORIES,
  PlanesGroup,
  PlanesQuery,
  PlanesSort,
  PlaneSummary,
} from '../api/planesSchema';
import { needsAttention, planeStateRank } from '../state/planeStates';
import { namespaceOf } from './filterPlanes';

/** What a plane is ordered by, the weightiest first, and its uid last. */
export type SortKey = readonly (string | number)[];

/** An order of planes; no two planes are equal in it. */
export interface PlanesOrder {
  /** Tells orders apart. */
  readonly name: string;
  keyOf(summary: PlaneSummary): SortKey;
  /** Whether these values can be a key of this order. */
  isKey(values: SortKey): boolean;
  compare(a: SortKey, b: SortKey): number;
}

type Column =
  | { type: 'string'; read: (summary: PlaneSummary) => string }
  | { type: 'number'; read: (summary: PlaneSummary) => number };

// Numbers within a text count by their value: eu-2 comes before eu-10.
const collator = new Intl.Collator('en', { numeric: true });

const title: Column = { type: 'string', read: summary => summary.title };
const uid: Column = { type: 'string', read: summary => summary.uid };
const planeID: Column = { type: 'string', read: summary => summary.planeID };
const namespace: Column = { type: 'string', read: namespaceOf };
const controlPlane: Column = {
  type: 'string',
  read: ({ ref }) => ref.controlPlane,
};
const health: Column = {
  type: 'number',
  read: ({ state }) => planeStateRank(state.state),
};
const attention: Column = {
  type: 'number',
  read: ({ state }) => (needsAttention(state.state) ? 0 : 1),
};
const category: Column = {
  type: 'number',
  read: summary => PLANE_CATEGORIES.indexOf(summary.category),
};
const since: Column = {
  type: 'number',
  read: ({ state }) => Date.parse(state.since ?? '') || 0,
};
const sinceUnknown: Column = {
  type: 'number',
  read: summary => (since.read(summary) === 0 ? 1 : 0),
};

const GROUPS: Record<PlanesGroup, readonly Column[]> = {
  health: [attention],
  type: [category],
  cluster: [planeID, category, controlPlane],
  namespace: [namespace],
};

const SORTS: Record<PlanesSort, Column> = {
  health,
  name: title,
  type: category,
  namespace,
  planeID,
  since,
};

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  // Texts that only look the same must not mix their groups.
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

function compareValues(a: SortKey[0], b: SortKey[0]): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareTexts(String(a), String(b));
}

/** The order that a query asks for: groups, the sort within them, the title, and the uid to decide. */
export function planesOrder(query: PlanesQuery): PlanesOrder {
  const { group, order = 'asc', sort = 'health' } = query;
  const sign = order === 'desc' ? -1 : 1;
  const before = [
    ...(group ? GROUPS[group] : []),
    // Where nobody knows since when, a plane comes last either way.
    ...(sort === 'since' ? [sinceUnknown] : []),
  ];
  const after = sort === 'name' ? [uid] : [title, uid];
  const columns = [...before, SORTS[sort], ...after];
  return {
    name: [group ?? '', sort, order].join(),
    keyOf: summary => columns.map(({ read }) => read(summary)),
    isKey: values =>
      values.length === columns.length &&
      columns.every(({ type }, i) => typeof values[i] === type),
    compare(a, b) {
      for (let i = 0; i < columns.length; i += 1) {
        const difference = compareValues(a[i], b[i]);
        if (difference !== 0) {
          return i === before.length ? difference * sign : difference;
        }
      }
      return 0;
    },
  };
}
