import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { planesApi } from './extensions/api';
import { entityCards } from './extensions/entityCards';
import {
  planeEntityHeader,
  planeHistoryContent,
  planeOverviewLayout,
} from './extensions/entityPage';
import { fleetPage } from './extensions/fleetPage';
import { planesHomeWidget } from './extensions/homeWidget';
import { planeSearchResultListItem } from './extensions/searchResultListItem';
import { fleetPageRouteRef, fleetRouteRef } from './routes';

/**
 * The planes plugin: what a catalog entity shows about an OpenChoreo plane, how search shows it, and the state of
 * all planes on the home page.
 *
 * @public
 */
export const planesPlugin = createFrontendPlugin({
  pluginId: 'planes',
  title: 'Planes',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: fleetRouteRef },
  externalRoutes: { fleetPage: fleetPageRouteRef },
  extensions: [
    planesApi,
    fleetPage,
    planeEntityHeader,
    planeOverviewLayout,
    planeHistoryContent,
    ...entityCards,
    planesHomeWidget,
    planeSearchResultListItem,
  ],
});
