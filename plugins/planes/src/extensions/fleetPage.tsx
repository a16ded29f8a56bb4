import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { fleetRouteRef } from '../routes';

export const fleetPage = PageBlueprint.make({
  params: {
    path: '/planes',
    title: 'Planes',
    icon: <RiStackLine />,
    routeRef: fleetRouteRef,
    // The page has a head of its own.
    noHeader: true,
    loader: () => import('../components/FleetPage').then(m => <m.FleetPage />),
  },
});
