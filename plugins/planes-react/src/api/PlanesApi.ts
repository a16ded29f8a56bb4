import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  PlaneResponse,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Options of every request to the planes backend.
 *
 * @public
 */
export interface PlanesRequestOptions {
  /** Cancels the request. */
  signal?: AbortSignal;
}

/**
 * The planes backend, as the frontend sees it.
 *
 * @remarks
 * Methods reject with a `ResponseError` when the backend refuses: 403 without the permission
 * `openchoreo.plane.read`, 404 for a plane that no control plane has. An answer that did not change since the
 * previous call is the same object.
 *
 * @public
 */
export interface PlanesApi {
  /** Every plane that the user may see, and the state of the sources they were read from. */
  getPlanes(options?: PlanesRequestOptions): Promise<PlanesResponse>;
  /**
   * One plane.
   *
   * @param uid - the uid of the plane's custom resource
   */
  getPlane(uid: string, options?: PlanesRequestOptions): Promise<PlaneResponse>;
}

/**
 * The API ref of {@link PlanesApi}.
 *
 * @public
 */
export const planesApiRef = createApiRef<PlanesApi>().with({
  id: 'plugin.planes',
  pluginId: 'planes',
});
