import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { fleetRouteRef } from '../routes';

export const planesPage = PageBlueprint.make({
  params: {
    path: '/planes',
    title: 'Planes',
    icon: <RiStackLine />,
    routeRef: fleetRouteRef,
    // Each of its pages has a head of its own.
    noHeader: true,
    loader: () =>
      import('../components/PlanesPage').then(m => <m.PlanesPage />),
  },
});
