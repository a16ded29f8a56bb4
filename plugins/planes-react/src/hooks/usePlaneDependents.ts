import { useApi } from '@backstage/core-plugin-api';
import { PlaneDependents } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled, usePolled } from './usePolled';

/**
 * The environments and workflows that depend on a plane, asked for every minute while the page is visible.
 *
 * @param uid - the uid of the plane's custom resource
 * @public
 */
export function usePlaneDependents(uid: string): Polled<PlaneDependents> {
  const api = useApi(planesApiRef);
  return usePolled(planesStores(api).dependents(uid));
}
