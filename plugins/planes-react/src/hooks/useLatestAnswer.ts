import { useState } from 'react';
import { Polled } from './usePolled';

/**
 * The value of {@link useLatestAnswer}.
 *
 * @public
 */
export interface LatestAnswer<T, Q> extends Polled<T> {
  /** What the value answers: the query before, while the answer to the latest one is under way. */
  query: Q;
  /** The value answers the query before. */
  outdated: boolean;
}

/**
 * The answer to a query, and until it has come, the answer to the query before.
 *
 * @param polled - the answer to the query, as far as it is known
 * @param query - the same object for as long as it says the same, as {@link useUnchanged} gives it
 * @public
 */
export function useLatestAnswer<T, Q>(
  polled: Polled<T>,
  query: Q,
): LatestAnswer<T, Q> {
  const [last, setLast] = useState({ polled, query });
  if (polled.value && polled.value !== last.polled.value) {
    setLast({ polled, query });
  }
  const outdated =
    polled.value === undefined && last.polled.value !== undefined;
  const { value, updatedAt } = outdated ? last.polled : polled;
  return {
    ...polled,
    value,
    updatedAt,
    query: outdated ? last.query : query,
    outdated,
  };
}

/**
 * The same object for as long as it says the same.
 *
 * @public
 */
export function useUnchanged<Q>(query: Q): Q {
  const [known, setKnown] = useState(query);
  const isSame = JSON.stringify(known) === JSON.stringify(query);
  if (!isSame) {
    setKnown(query);
  }
  return isSame ? known : query;
}
