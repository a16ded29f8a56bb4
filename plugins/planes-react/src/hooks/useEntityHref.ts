import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/**
 * The address of an entity's page.
 *
 * @public
 */
export function useEntityHref(): (entityRef: string) => string {
  const route = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef: string) =>
      route(entityRouteParams(entityRef, { encodeParams: true })),
    [route],
  );
}
