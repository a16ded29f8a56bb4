import { useApi } from '@backstage/core-plugin-api';
import { KindsResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled, usePolled } from './usePolled';

/**
 * What the control planes serve, and where the user may register planes; asked once for all components of the page, and
 * again every few minutes.
 *
 * @public
 */
export function useKinds(): Polled<KindsResponse> {
  return usePolled(planesStores(useApi(planesApiRef)).kinds);
}
