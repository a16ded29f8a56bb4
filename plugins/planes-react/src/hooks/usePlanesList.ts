import { useApi } from '@backstage/core-plugin-api';
import {
  PlanesQuery,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo, useState } from 'react';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled } from './usePolled';
import { useSignalled } from './useSignalled';

/**
 * The value of {@link usePlanesList}.
 *
 * @public
 */
export interface PlanesList extends Polled<PlanesResponse> {
  /** What the value answers: the query before, while the answer to the latest one is under way. */
  query: PlanesQuery;
  /** The value answers the query before. */
  outdated: boolean;
  /** The backend signals changes; otherwise it is asked every few seconds. */
  live: boolean;
  /** Has at least so many planes loaded, if there are so many. */
  want: (planes: number) => void;
}

/**
 * The planes that the user may see, as far as they were asked for: at first 200.
 *
 * @remarks
 * Kept up to date as {@link usePlanes} is. While the query changes, the previous answer stays.
 *
 * @param query - without `limit` and `cursor`
 * @public
 */
export function usePlanesList(query: PlanesQuery): PlanesList {
  const stores = planesStores(useApi(planesApiRef));
  const current = useUnchanged(query);
  const { store, want } = useMemo(
    () => stores.pages(current),
    [stores, current],
  );
  const polled = useSignalled(store);
  const [last, setLast] = useState({ polled, query: current });
  if (polled.value && polled.value !== last.polled.value) {
    setLast({ polled, query: current });
  }
  const outdated =
    polled.value === undefined && last.polled.value !== undefined;
  const { value, updatedAt } = outdated ? last.polled : polled;
  return {
    ...polled,
    value,
    updatedAt,
    query: outdated ? last.query : current,
    outdated,
    live: stores.pace.live,
    want,
  };
}

/** The same object for as long as it says the same. */
function useUnchanged(query: PlanesQuery): PlanesQuery {
  const [known, setKnown] = useState(query);
  const isSame = JSON.stringify(known) === JSON.stringify(query);
  if (!isSame) {
    setKnown(query);
  }
  return isSame ? known : query;
}
