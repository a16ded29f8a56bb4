import { useRouteRef } from '@backstage/core-plugin-api';
import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { fleetPageRouteRef } from '../../routes';

/** The address of the fleet page, where it shows planes in some states; undefined in a portal without the page. */
export function useFleetHref(): (
  states?: readonly PlaneStateName[],
) => string | undefined {
  const route = useRouteRef(fleetPageRouteRef);
  return (states = []) => {
    const params = new URLSearchParams(states.map(state => ['state', state]));
    return route && [route(), params.toString()].filter(Boolean).join('?');
  };
}
