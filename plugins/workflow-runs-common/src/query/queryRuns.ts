import type { RunsCounts, RunsQuery } from '../api/runsSchema';
import { filterRuns, ListedRun } from './filterRuns';
import { decodeCursor, encodeCursor } from './runsCursor';
import { comparePlaces, orderName, placeOf } from './runsOrder';
import { takeFirst } from './takeFirst';

const DEFAULT_LIMIT = 100;

/** One page of runs. @public */
export interface RunsPage<T extends ListedRun = ListedRun> {
  readonly items: readonly T[];
  /** How many runs the filters let through, on all pages. */
  readonly totalItems: number;
  /** The cursor of the next page; undefined on the last one. */
  readonly nextCursor?: string;
  readonly counts: RunsCounts;
}

/**
 * One page of the runs that a query asks for, and what other filters would show. The latest come first unless told otherwise.
 *
 * @remarks
 * A page follows the last run of the one before by its place in the order, so it goes on right when runs come and go in
 * between. Durations are those of the moment when the first page was made, so that runs which still go on keep their places.
 *
 * @param now - milliseconds since 1970
 * @throws {@link InvalidCursorError} where the cursor is none, or of a query with another sort or order
 * @public
 */
export function queryRuns<T extends ListedRun>(
  runs: readonly T[],
  query: RunsQuery,
  now: number,
): RunsPage<T> {
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const order = orderName(query);
  const begin = cursor === undefined ? undefined : decodeCursor(cursor, order);
  const moment = begin?.moment ?? now;
  const compare = comparePlaces(query);
  const { matches, counts } = filterRuns(runs, query);
  let left = matches.map(({ item, facts }) => ({
    item,
    place: placeOf(item.run, facts, moment),
  }));
  if (begin) {
    left = left.filter(({ place }) => compare(place, begin.after) > 0);
  }
  const page = takeFirst(left, limit, (a, b) => compare(a.place, b.place));
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    totalItems: matches.length,
    nextCursor:
      last && left.length > page.length
        ? encodeCursor({ order, moment, after: last.place })
        : undefined,
    counts,
  };
}
