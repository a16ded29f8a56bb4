import { useApi } from '@backstage/core-plugin-api';
import {
  PlanesQuery,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo } from 'react';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { LatestAnswer, useLatestAnswer, useUnchanged } from './useLatestAnswer';
import { useSignalled } from './useSignalled';

/**
 * The value of {@link usePlanesList}.
 *
 * @public
 */
export interface PlanesList extends LatestAnswer<PlanesResponse, PlanesQuery> {
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
  const answer = useLatestAnswer(useSignalled(store), current);
  return { ...answer, live: stores.pace.live, want };
}
