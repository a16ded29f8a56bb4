import { useApi } from '@backstage/core-plugin-api';
import {
  HistoryWindow,
  PlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled } from './usePolled';
import { useSignalled } from './useSignalled';

/**
 * The states of a plane over a span of time that ends now, kept up to date as {@link usePlanes} is.
 *
 * @param uid - the uid of the plane's custom resource
 * @public
 */
export function usePlaneHistory(
  uid: string,
  window: HistoryWindow,
): Polled<PlaneHistory> {
  const api = useApi(planesApiRef);
  return useSignalled(planesStores(api).history(uid, window));
}
