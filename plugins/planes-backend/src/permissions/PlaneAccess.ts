import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  type Plane,
  planeCreatePermission,
  planeReadPermission,
  type PLANE_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Request } from 'express';
import {
  notAllowed,
  type PlaneAuthorizer,
  type PlaneDecision,
} from './PlaneAuthorizer';

/** Who sent a request, and which planes they may see. */
export interface PlaneCaller {
  readonly credentials: BackstageCredentials;
  readonly isVisible: (plane: Plane) => boolean;
}

/** Who wants to register a plane, and which ones they may. */
export interface PlaneCreator extends PlaneCaller {
  readonly decision: PlaneDecision;
}

/** What {@link PlaneAccess} needs. */
export interface PlaneAccessOptions {
  readonly httpAuth: HttpAuthService;
  readonly authorizer: PlaneAuthorizer;
  readonly inventory: PlaneInventory;
}

/** The door of the HTTP API: nothing of a plane is looked at, and nobody contacted, before it has let a request in. */
export class PlaneAccess {
  readonly #options: PlaneAccessOptions;

  constructor(options: PlaneAccessOptions) {
    this.#options = options;
  }

  /**
   * The sender of a request, who may see at least some planes.
   *
   * @throws AuthenticationError without a user or service, NotAllowedError without the permission
   */
  async caller(req: Request): Promise<PlaneCaller> {
    const credentials = await this.#options.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const isVisible = await this.#options.authorizer.authorize(
      planeReadPermission,
      credentials,
    );
    return { credentials, isVisible };
  }

  /**
   * The sender of a request, who may register at least some planes, but need not see any.
   *
   * @throws AuthenticationError without a user or service, NotAllowedError without the permission
   */
  async creator(req: Request): Promise<PlaneCreator> {
    const { httpAuth, authorizer } = this.#options;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const decision = await authorizer.decide(
      planeCreatePermission,
      credentials,
    );
    const isVisible = await authorizer
      .authorize(planeReadPermission, credentials)
      .catch(nothingIfNotAllowed);
    return { credentials, isVisible, decision };
  }

  /**
   * The plane that a request names by its uid, which the sender may see.
   *
   * @param permission - what else the sender must be permitted on this very plane
   * @throws NotFoundError where no control plane has the plane; also what {@link PlaneAccess.caller} throws
   */
  async plane(
    req: Request<{ uid: string }>,
    permission?: ResourcePermission<typeof PLANE_RESOURCE_TYPE>,
  ): Promise<
    PlaneCaller & {
      readonly plane: Plane;
      /** Whether the sender is permitted the same on other planes, such as this one with changes. */
      readonly isPermitted: (plane: Plane) => boolean;
    }
  > {
    const { authorizer, inventory } = this.#options;
    const caller = await this.caller(req);
    const isPermitted = permission
      ? await authorizer.authorize(permission, caller.credentials)
      : () => true;
    const plane = inventory.getByUid(req.params.uid);
    if (!plane) {
      throw new NotFoundError(`No plane found with uid '${req.params.uid}'`);
    }
    if (!caller.isVisible(plane)) {
      throw notAllowed(planeReadPermission);
    }
    if (permission && !isPermitted(plane)) {
      throw notAllowed(permission);
    }
    return { ...caller, plane, isPermitted };
  }
}

function nothingIfNotAllowed(error: unknown): () => boolean {
  if (error instanceof NotAllowedError) {
    return () => false;
  }
  throw error;
}
