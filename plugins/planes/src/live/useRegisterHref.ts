import { useRouteRef } from '@backstage/core-plugin-api';
import { registerPlaneRouteRef } from '../routes';

/** The address of the form that registers a plane; undefined in a portal without it. */
export function useRegisterHref(): string | undefined {
  return useRouteRef(registerPlaneRouteRef)?.();
}
