import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  ConnectionTestEvent,
  ConnectionTestReport,
  ConnectionTestResponse,
  HistoryWindow,
  KindsResponse,
  PlaneDependents,
  PlaneHistory,
  PlaneResponse,
  PlanesQuery,
  PlanesResponse,
  ReconnectPreview,
  ReconnectResult,
  RegisteredPlane,
  RegistrationDryRun,
  RegistrationResult,
  RegistrationReview,
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
 * Options of {@link PlanesApi.testConnection}.
 *
 * @public
 */
export interface TestConnectionOptions extends PlanesRequestOptions {
  /** Called for every event, in order. */
  onEvent?: (event: ConnectionTestEvent) => void;
  /** Test even when a recent report is at hand. */
  fresh?: boolean;
}

/**
 * A registration as a form gives it; the backend reads it with `validateRegistration`.
 *
 * @public
 */
export type RegistrationInput = { readonly [field: string]: unknown };

/**
 * How a plane is to be changed.
 *
 * @public
 */
export interface PlaneUpdate {
  registration: RegistrationInput;
  /** Of the resource that the change started from. */
  resourceVersion: string;
}

/**
 * Options of requests that only ask what would come of a registration or change.
 *
 * @public
 */
export interface ReviewOptions extends PlanesRequestOptions {
  /** `lint`: only the portal's own checks; `all`: those of the API server, too. */
  dryRun: RegistrationDryRun;
}

/**
 * The planes backend, as the frontend sees it.
 *
 * @remarks
 * Methods reject with a `ResponseError` when the backend refuses: 403 without the permission, 404 for a plane that no
 * control plane has. An answer to a GET that did not change since the previous call is the same object.
 *
 * @public
 */
export interface PlanesApi {
  /** One page of the planes that the user may see, filtered and sorted; the state of their sources and gateways. */
  getPlanes(
    query?: PlanesQuery,
    options?: PlanesRequestOptions,
  ): Promise<PlanesResponse>;
  /**
   * One plane.
   *
   * @param uid - the uid of the plane's custom resource
   */
  getPlane(uid: string, options?: PlanesRequestOptions): Promise<PlaneResponse>;
  /** The plane's states over a span of time that ends now. */
  getPlaneHistory(
    uid: string,
    window: HistoryWindow,
    options?: PlanesRequestOptions,
  ): Promise<PlaneHistory>;
  /** The environments and workflows that depend on the plane. */
  getPlaneDependents(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneDependents>;
  /** The plane's last connection test. */
  getConnectionTest(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ConnectionTestResponse>;
  /**
   * Tests the plane's connection; needs the permission `openchoreo.plane.connection.test`.
   *
   * @returns the report, once every step is over
   */
  testConnection(
    uid: string,
    options?: TestConnectionOptions,
  ): Promise<ConnectionTestReport>;
  /** What {@link PlanesApi.reconnect} would do; needs the permission `openchoreo.plane.reconnect`. */
  previewReconnect(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectPreview>;
  /**
   * Makes the plane's agents dial in anew; needs the permission `openchoreo.plane.reconnect`.
   *
   * @param confirmation - of the preview that the user agreed to; rejected with 409 when other planes are affected by now
   */
  reconnect(
    uid: string,
    confirmation: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectResult>;
  /** What the control planes serve, and where the user may register planes. */
  getKinds(options?: PlanesRequestOptions): Promise<KindsResponse>;
  /** What would come of a registration; needs the permission `openchoreo.plane.create`. */
  reviewRegistration(
    registration: RegistrationInput,
    options: ReviewOptions,
  ): Promise<RegistrationReview>;
  /**
   * Registers a plane; needs the permission `openchoreo.plane.create`. What was refused, {@link readRegistrationRefusal}
   * tells of the error.
   */
  registerPlane(
    registration: RegistrationInput,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult>;
  /** A plane as its registration; needs the permission `openchoreo.plane.update`. */
  getRegistration(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<RegisteredPlane>;
  /** What would come of a change; needs the permission `openchoreo.plane.update`. */
  reviewUpdate(
    uid: string,
    update: PlaneUpdate,
    options: ReviewOptions,
  ): Promise<RegistrationReview>;
  /**
   * Changes a plane; needs the permission `openchoreo.plane.update`. Rejected with 409 when somebody else has changed it
   * meanwhile: {@link readRegistrationRefusal} tells how it is now.
   */
  updatePlane(
    uid: string,
    update: PlaneUpdate,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult>;
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
