import type { RunsQuery } from '../api/runsSchema';
import type { Run } from '../model/run';
import { RunFacts, sortableName } from './runFacts';

/** What the place of a run in any order depends on. */
export interface RunPlace {
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Milliseconds; -1 where it has not begun. */
  readonly duration: number;
  readonly name: string;
  readonly sortName: string;
  readonly uid: string;
}

/** Orders places; 0 only for the same run. */
export type ComparePlaces = (a: RunPlace, b: RunPlace) => number;

function durationAt(facts: RunFacts, moment: number): number {
  const { started, completed = moment } = facts;
  return started === undefined
    ? -1
    : Math.max(0, Math.min(completed, moment) - started);
}

/**
 * The place of a run.
 *
 * @param moment - that its duration is of; the same for all pages of a list, for runs that still go on would change places
 */
export function placeOf(run: Run, facts: RunFacts, moment: number): RunPlace {
  return {
    created: facts.created,
    duration: durationAt(facts, moment),
    name: run.ref.name,
    sortName: facts.sortName,
    uid: run.uid,
  };
}

/** The place whose values a cursor kept. */
export function placeFrom(values: Omit<RunPlace, 'sortName'>): RunPlace {
  return { ...values, sortName: sortableName(values.name) };
}

function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

const byName: ComparePlaces = (a, b) =>
  byText(a.sortName, b.sortName) || byText(a.name, b.name);

const byUid: ComparePlaces = (a, b) => byText(a.uid, b.uid);

const newestFirst: ComparePlaces = (a, b) => b.created - a.created;

// Runs without a duration come last either way.
const unbegunLast: ComparePlaces = (a, b) =>
  Number(a.duration < 0) - Number(b.duration < 0);

/** The name of the order that a query asks for, which tells orders apart. */
export function orderName({ sort = 'created', order = 'desc' }: RunsQuery) {
  return `${sort},${order}`;
}

/** The order that a query asks for. */
export function comparePlaces(query: RunsQuery): ComparePlaces {
  const sign = query.order === 'asc' ? 1 : -1;
  switch (query.sort) {
    case 'name':
      return (a, b) => sign * byName(a, b) || newestFirst(a, b) || byUid(a, b);
    case 'duration':
      return (a, b) =>
        unbegunLast(a, b) ||
        sign * (a.duration - b.duration) ||
        newestFirst(a, b) ||
        byUid(a, b);
    default:
      return (a, b) =>
        sign * (a.created - b.created) || byName(a, b) || byUid(a, b);
  }
}
