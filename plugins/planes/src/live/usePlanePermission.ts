import { usePermission } from '@backstage/plugin-permission-react';
import { planesPermissions } from '@openchoreo-planes/backstage-plugin-planes-common';

/** A permission that concerns one plane. */
export type PermissionOnPlane = (typeof planesPermissions)[number];

/** Whether the user may do something with a plane. */
export type PlanePermission = 'checking' | 'granted' | 'missing';

/**
 * Whether the user may do something with one plane.
 *
 * @remarks
 * Where that could not be asked, the answer is `granted`: the backend decides again, and says what is wrong.
 *
 * @param uid - undefined while the plane is not known; then nothing is asked, and nothing granted
 */
export function usePlanePermission(
  permission: PermissionOnPlane,
  uid: string | undefined,
): PlanePermission {
  const { loading, allowed, error } = usePermission({
    permission,
    resourceRef: uid,
  });
  if (loading) {
    return 'checking';
  }
  return allowed || error ? 'granted' : 'missing';
}
