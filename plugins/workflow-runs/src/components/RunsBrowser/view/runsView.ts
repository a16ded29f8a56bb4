import {
  RUN_PHASES,
  RunPhase,
  RunsQuery,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RANGES, RunsRange, rangeStart } from './ranges';

const MAX_TEXT = 200;

/** In which order runs are listed, and how the backend calls it. */
const ORDERS = {
  newest: { sort: 'created', order: 'desc' },
  oldest: { sort: 'created', order: 'asc' },
  longest: { sort: 'duration', order: 'desc' },
  shortest: { sort: 'duration', order: 'asc' },
  name: { sort: 'name', order: 'asc' },
} as const;

export type RunsOrder = keyof typeof ORDERS;

export const RUNS_ORDERS: readonly RunsOrder[] = [
  'newest',
  'oldest',
  'longest',
  'shortest',
  'name',
];

/** Which runs are listed, and how. */
export interface RunsView {
  text: string;
  phases: readonly RunPhase[];
  /** `KIND/NAME` or names. */
  workflows: readonly string[];
  namespaces: readonly string[];
  project?: string;
  component?: string;
  /** The uid of a plane. */
  plane?: string;
  /** The time until now in which they were created. */
  range?: RunsRange;
  /** Of a link that names a span of time; ISO 8601. Not together with `range`. */
  from?: string;
  to?: string;
  order: RunsOrder;
}

/** What lets all runs through. */
export const NO_FILTERS: Omit<RunsView, 'order'> = {
  text: '',
  phases: [],
  workflows: [],
  namespaces: [],
  project: undefined,
  component: undefined,
  plane: undefined,
  range: undefined,
  from: undefined,
  to: undefined,
};

function known<T extends string>(
  all: readonly T[],
  values: readonly string[],
): T[] {
  return all.filter(value => values.includes(value));
}

function time(value: string | null): string | undefined {
  return value && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** Reads a view from the page's URL; what it does not know is left out. */
export function readRunsView(params: URLSearchParams): RunsView {
  const all = (name: string) => [...new Set(params.getAll(name))];
  const range = known(RANGES, params.getAll('range'))[0];
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    phases: known(RUN_PHASES, params.getAll('phase')),
    workflows: all('workflow'),
    namespaces: all('namespace'),
    project: params.get('project') || undefined,
    component: params.get('component') || undefined,
    plane: params.get('plane') || undefined,
    range,
    from: range ? undefined : time(params.get('from')),
    to: range ? undefined : time(params.get('to')),
    order: known(RUNS_ORDERS, params.getAll('sort'))[0] ?? 'newest',
  };
}

/** The URL of a view. Parameters of others stay, and what is as by default is left out. */
export function writeRunsView(
  params: URLSearchParams,
  view: RunsView,
): URLSearchParams {
  const written = new URLSearchParams(params);
  const one = (value?: string) => (value ? [value] : []);
  const values: Record<string, readonly string[]> = {
    q: one(view.text),
    phase: view.phases,
    workflow: view.workflows,
    namespace: view.namespaces,
    project: one(view.project),
    component: one(view.component),
    plane: one(view.plane),
    range: one(view.range),
    from: one(view.from),
    to: one(view.to),
    sort: view.order === 'newest' ? [] : [view.order],
  };
  for (const [name, list] of Object.entries(values)) {
    written.delete(name);
    list.forEach(value => written.append(name, value));
  }
  return written;
}

/** Whether a view lets all runs through. */
export function isUnfiltered(view: RunsView): boolean {
  const { order, ...filters } = view;
  return Object.values({ ...filters, text: filters.text.trim() }).every(
    value => value === undefined || value.length === 0,
  );
}

/**
 * What to ask the backend for.
 *
 * @param scope - what all listed runs have in common; the view cannot change it
 */
export function runsQuery(
  view: RunsView,
  scope: RunsQuery,
  nowMs: number,
): RunsQuery {
  const some = <T>(values: readonly T[]) =>
    values.length > 0 ? [...values] : undefined;
  const { range, from = range && rangeStart(range, nowMs) } = view;
  return {
    text: view.text.trim() || undefined,
    phase: some(view.phases),
    workflow: some(view.workflows),
    namespace: some(view.namespaces),
    project: view.project,
    component: view.component,
    plane: view.plane,
    from,
    to: view.to,
    ...ORDERS[view.order],
    ...scope,
  };
}
