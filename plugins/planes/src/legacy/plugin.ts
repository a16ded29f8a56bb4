import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  planesApiRef,
  PlanesClient,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { fleetPageRouteRef, fleetRouteRef } from '../routes';

/**
 * The planes plugin, for portals on the old frontend system.
 *
 * @public
 */
export const planesPlugin = createPlugin({
  id: 'planes',
  routes: { root: fleetRouteRef },
  externalRoutes: { fleetPage: fleetPageRouteRef },
  apis: [
    createApiFactory({
      api: planesApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new PlanesClient({ fetchApi }),
    }),
  ],
});
