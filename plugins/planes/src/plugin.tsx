import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { planesApi } from './extensions/api';
import { entityCards } from './extensions/entityCards';
import {
  planeEntityHeader,
  planeHistoryContent,
  planeOverviewLayout,
} from './extensions/entityPage';
import { planesHomeWidget } from './extensions/homeWidget';
import { planesPage } from './extensions/planesPage';
import { planeSearchResultListItem } from './extensions/searchResultListItem';
import {
  editPlaneRouteRef,
  editRouteRef,
  fleetPageRouteRef,
  fleetRouteRef,
  registerPlaneRouteRef,
  registerRouteRef,
} from './routes';

/**
 * The planes plugin: a page of all OpenChoreo planes, forms to register and change them, what a catalog entity shows about
 * a plane, how search shows it, and the state of all planes on the home page.
 *
 * @public
 */
export const planesPlugin = createFrontendPlugin({
  pluginId: 'planes',
  title: 'Planes',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    planesApi,
    planesPage,
    planeEntityHeader,
    planeOverviewLayout,
    planeHistoryContent,
    ...entityCards,
    planesHomeWidget,
    planeSearchResultListItem,
  ],
});
