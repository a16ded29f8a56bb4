import {
  needsAttention,
  PLANE_CATEGORIES,
  PLANE_STATES,
  PlanesCounts,
  PlanesQuery,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { ATTENTION, HEALTHY } from './placePlanes';

function isWanted<T>(wanted: readonly T[] | undefined, value: T): boolean {
  return !wanted || wanted.includes(value);
}

function healthTotals(query: PlanesQuery, counts: PlanesCounts) {
  const totals = new Map<string, number>();
  for (const state of PLANE_STATES) {
    if (isWanted(query.state, state)) {
      const { key } = needsAttention(state) ? ATTENTION : HEALTHY;
      totals.set(key, (totals.get(key) ?? 0) + (counts.states[state] ?? 0));
    }
  }
  return totals;
}

/**
 * How many planes each group has on all pages, by the group's key.
 *
 * @remarks
 * A figure among the counts holds for all filters but its own, which is why that one is looked at again. Clusters are
 * not counted.
 */
export function groupTotals(
  query: PlanesQuery,
  counts: PlanesCounts,
): ReadonlyMap<string, number> {
  switch (query.group) {
    case 'health':
      return healthTotals(query, counts);
    case 'type':
      return new Map(
        PLANE_CATEGORIES.filter(type => isWanted(query.type, type)).map(
          type => [type, counts.types[type] ?? 0],
        ),
      );
    case 'namespace':
      return new Map(
        Object.entries(counts.namespaces).filter(([name]) =>
          isWanted(query.namespace, name),
        ),
      );
    default:
      return new Map();
  }
}
