import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  planesApiRef,
  PlanesClient,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  editPlaneRouteRef,
  editRouteRef,
  fleetPageRouteRef,
  fleetRouteRef,
  registerPlaneRouteRef,
  registerRouteRef,
} from '../routes';

/**
 * The planes plugin, for portals on the old frontend system.
 *
 * @public
 */
export const planesPlugin = createPlugin({
  id: 'planes',
  routes: {
    root: fleetRouteRef,
    register: registerRouteRef,
    edit: editRouteRef,
  },
  externalRoutes: {
    fleetPage: fleetPageRouteRef,
    registerPlane: registerPlaneRouteRef,
    editPlane: editPlaneRouteRef,
  },
  apis: [
    createApiFactory({
      api: planesApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new PlanesClient({ fetchApi }),
    }),
  ],
});
