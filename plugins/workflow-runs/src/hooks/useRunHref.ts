import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { runPageRouteRef } from '../routes';

/** The address of a run's page; undefined where the portal has no such page. */
export function useRunHref(): (uid: string) => string | undefined {
  const route = useRouteRef(runPageRouteRef);
  return useCallback((uid: string) => route?.({ uid }), [route]);
}
