import {
  PLANE_CATEGORIES,
  PLANE_STATES,
  PlaneCategory,
  PLANES_GROUPS,
  PlanesGroup,
  PlanesQuery,
  PlaneStateName,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const LAYOUTS = ['cards', 'table'] as const;
const MAX_TEXT = 200;

/** How planes are shown: all as cards, or all as rows. */
export type FleetLayout = (typeof LAYOUTS)[number];

/** What the fleet page shows, and how. */
export interface FleetView {
  text: string;
  types: readonly PlaneCategory[];
  states: readonly PlaneStateName[];
  /** Kubernetes namespaces; the empty name stands for planes of cluster scope. */
  namespaces: readonly string[];
  group: PlanesGroup;
  /** Unless given, what needs attention is shown as cards and everything else as rows. */
  layout?: FleetLayout;
}

export const DEFAULT_GROUP: PlanesGroup = 'health';

function known<T extends string>(
  all: readonly T[],
  values: readonly string[],
): T[] {
  return all.filter(value => values.includes(value));
}

/** Reads a view from the page's URL; what it does not know is left out. */
export function readFleetView(params: URLSearchParams): FleetView {
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    types: known(PLANE_CATEGORIES, params.getAll('type')),
    states: known(PLANE_STATES, params.getAll('state')),
    namespaces: [...new Set(params.getAll('namespace'))],
    group: known(PLANES_GROUPS, params.getAll('group'))[0] ?? DEFAULT_GROUP,
    layout: known(LAYOUTS, params.getAll('view'))[0],
  };
}

/** The URL of a view. Parameters of others stay, and what is as by default is left out. */
export function writeFleetView(
  params: URLSearchParams,
  view: FleetView,
): URLSearchParams {
  const written = new URLSearchParams(params);
  const values: Record<string, readonly string[]> = {
    q: view.text ? [view.text] : [],
    type: view.types,
    state: view.states,
    namespace: view.namespaces,
    group: view.group === DEFAULT_GROUP ? [] : [view.group],
    view: view.layout ? [view.layout] : [],
  };
  for (const [name, list] of Object.entries(values)) {
    written.delete(name);
    list.forEach(value => written.append(name, value));
  }
  return written;
}

/** What to ask the backend for; the worst come first in every group. */
export function fleetQuery(view: FleetView): PlanesQuery {
  const some = <T>(values: readonly T[]) =>
    values.length > 0 ? [...values] : undefined;
  return {
    text: view.text.trim() || undefined,
    type: some(view.types),
    state: some(view.states),
    namespace: some(view.namespaces),
    group: view.group,
    sort: 'health',
  };
}
