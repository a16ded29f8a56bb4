import { useApi } from '@backstage/core-plugin-api';
import { PlanesResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled, usePolled } from './usePolled';

/**
 * Every plane that the user may see.
 *
 * @remarks
 * Asked for every 10 seconds while the page is visible, once for all components that show planes.
 *
 * @public
 */
export function usePlanes(): Polled<PlanesResponse> {
  const api = useApi(planesApiRef);
  return usePolled(planesStores(api).planes());
}
