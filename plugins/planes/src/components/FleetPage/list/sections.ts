import {
  PlanesResponse,
  PlanesQuery,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { FleetLayout } from '../view/fleetView';
import { groupTotals } from './groupTotals';
import { ATTENTION, PlacedPlane, PlaneGroup } from './placePlanes';

/** The planes of one group, one below the other. */
export interface Section extends PlaneGroup {
  layout: FleetLayout;
  planes: PlaneSummary[];
  /** How many planes the group has: `12`, or `12+` where more may come. */
  total: string;
}

/**
 * The sections of the fleet page, in the order of their planes.
 *
 * @param response - what the planes are of
 * @param layout - of all sections; unless given, what needs attention is large
 */
export function sectionsOf(
  placed: readonly PlacedPlane[],
  response: Pick<PlanesResponse, 'counts' | 'totalItems'>,
  query: PlanesQuery,
  layout?: FleetLayout,
): Section[] {
  const planes = new Map<string, PlaneSummary[]>();
  const groups = new Map<string, PlaneGroup>();
  for (const { plane, group } of placed) {
    groups.set(group.key, group);
    const list = planes.get(group.key) ?? [];
    planes.set(group.key, list);
    list.push(plane);
  }
  const complete = placed.length >= response.totalItems;
  const totals = groupTotals(query, response.counts);
  const lastKey = placed.at(-1)?.group.key;
  return [...groups.values()].map(group => {
    const list = planes.get(group.key) ?? [];
    const total = complete ? list.length : totals.get(group.key);
    const more = group.key === lastKey ? '+' : '';
    return {
      ...group,
      planes: list,
      total: total === undefined ? `${list.length}${more}` : `${total}`,
      layout: layout ?? (group.key === ATTENTION.key ? 'cards' : 'table'),
    };
  });
}
