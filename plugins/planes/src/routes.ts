import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of all planes. */
export const fleetRouteRef = createRouteRef({ id: 'planes' });

/** The form that registers a plane. */
export const registerRouteRef = createSubRouteRef({
  id: 'planes-register',
  parent: fleetRouteRef,
  path: '/register',
});

/** The form that changes a plane. */
export const editRouteRef = createSubRouteRef({
  id: 'planes-edit',
  parent: fleetRouteRef,
  path: '/edit/:uid',
});

/** The way to the page of all planes, for what is shown in a portal that may leave the page out. */
export const fleetPageRouteRef = createExternalRouteRef({
  id: 'planes-fleet-page',
  optional: true,
  defaultTarget: 'planes.root',
});

/** The way to the form that registers a plane, for every place that offers it; a portal may leave it out. */
export const registerPlaneRouteRef = createExternalRouteRef({
  id: 'planes-register-plane',
  optional: true,
  defaultTarget: 'planes.register',
});

/** The way to the form that changes a plane, for every place that offers it; a portal may leave it out. */
export const editPlaneRouteRef = createExternalRouteRef({
  id: 'planes-edit-plane',
  params: ['uid'],
  optional: true,
  defaultTarget: 'planes.edit',
});
