import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Plane,
  planeUpdatePermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { editPlaneRouteRef } from '../routes';
import { usePlanePermission } from './usePlanePermission';

/**
 * The address of the form that changes a plane.
 *
 * @returns undefined while that is not known, where the user may not change the plane, where its form has credentials
 * instead of agents, which the form does not write, and in a portal without the form
 */
export function useEditHref(plane: Plane | undefined): string | undefined {
  const route = useRouteRef(editPlaneRouteRef);
  const permission = usePlanePermission(planeUpdatePermission, plane?.uid);
  return plane && plane.access !== 'credentials' && permission === 'granted'
    ? route?.({ uid: plane.uid })
    : undefined;
}
