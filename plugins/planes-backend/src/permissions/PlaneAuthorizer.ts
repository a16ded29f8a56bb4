import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import type {
  Plane,
  PLANE_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeOwner } from '@openchoreo-planes/backstage-plugin-planes-node';
import { planeResourceRef, type PlaneResource } from './planeResource';

/** What the authorizer needs. */
export interface PlaneAuthorizerOptions {
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  /** The owner of planes whose resource names none. */
  readonly defaultOwner: string;
}

/** Decides which planes a caller may do something with. */
export class PlaneAuthorizer {
  readonly #options: PlaneAuthorizerOptions;

  constructor(options: PlaneAuthorizerOptions) {
    this.#options = options;
  }

  /**
   * Asks for the caller's rights once.
   *
   * @returns whether the caller may act on a given plane
   * @throws NotAllowedError when the caller may not act on any plane
   */
  async authorize(
    permission: ResourcePermission<typeof PLANE_RESOURCE_TYPE>,
    credentials: BackstageCredentials,
  ): Promise<(plane: Plane) => boolean> {
    const { permissions, permissionsRegistry } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      {
        credentials,
      },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw notAllowed(permission);
    }
    if (decision.result === AuthorizeResult.ALLOW) {
      return () => true;
    }
    const isAuthorized = createConditionAuthorizer(
      permissionsRegistry.getPermissionRuleset(planeResourceRef),
    );
    return plane => isAuthorized(decision, this.resource(plane));
  }

  /** The plane as permission rules see it. */
  resource(plane: Plane): PlaneResource {
    return { plane, owner: planeOwner(plane, this.#options.defaultOwner) };
  }
}

/** The refusal that names the permission, so that the caller knows what to ask for. */
export function notAllowed(permission: { name: string }): NotAllowedError {
  return new NotAllowedError(`You lack the permission '${permission.name}'`);
}
