import { useApi } from '@backstage/core-plugin-api';
import {
  PlanesQuery,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled } from './usePolled';
import { useSignalled } from './useSignalled';

/**
 * One page of the planes that the user may see.
 *
 * @remarks
 * Kept up to date while the page is visible: at once when the backend signals a change, every 5 seconds where no signals
 * come, and every 30 seconds in any case. One request serves all components that ask the same.
 *
 * @public
 */
export function usePlanes(query: PlanesQuery = {}): Polled<PlanesResponse> {
  const api = useApi(planesApiRef);
  return useSignalled(planesStores(api).list(query));
}
