import { PlanesCounts, PlanesQuery, PlaneSummary } from '../api/planesSchema';
import { filterPlanes } from './filterPlanes';
import { decodeCursor, encodeCursor } from './planesCursor';
import { planesOrder } from './planesOrder';
import { takeFirst } from './takeFirst';

const DEFAULT_LIMIT = 100;

/** One page of planes. @public */
export interface PlanesPage {
  readonly items: PlaneSummary[];
  /** How many planes the filters let through, on all pages. */
  readonly totalItems: number;
  /** The cursor of the next page; undefined on the last one. */
  readonly nextCursor?: string;
  readonly counts: PlanesCounts;
}

/**
 * One page of the planes that a query asks for, and what other filters would show.
 *
 * @remarks
 * A page follows the last plane of the one before by its place in the order, so it continues right when planes come
 * and go in between. Sorts by health unless told otherwise; equal planes by title, then uid.
 *
 * @throws {@link InvalidCursorError} where the cursor is none, or of a query with another group, sort or order
 * @public
 */
export function queryPlanes(
  summaries: readonly PlaneSummary[],
  query: PlanesQuery,
): PlanesPage {
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const order = planesOrder(query);
  const { matches, counts } = filterPlanes(summaries, query);
  let left = matches.map(summary => ({ summary, key: order.keyOf(summary) }));
  if (cursor !== undefined) {
    const after = decodeCursor(cursor, order);
    left = left.filter(({ key }) => order.compare(key, after) > 0);
  }
  const page = takeFirst(left, limit, (a, b) => order.compare(a.key, b.key));
  const last = page.at(-1);
  return {
    items: page.map(({ summary }) => summary),
    totalItems: matches.length,
    ...(last && left.length > page.length
      ? { nextCursor: encodeCursor(order, last.key) }
      : {}),
    counts,
  };
}
