import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of all planes. */
export const fleetRouteRef = createRouteRef({ id: 'planes' });

/** The way to the page of all planes, for what is shown in a portal that may leave the page out. */
export const fleetPageRouteRef = createExternalRouteRef({
  id: 'planes-fleet-page',
  optional: true,
  defaultTarget: 'planes.root',
});
