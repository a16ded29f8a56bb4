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
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type {
  Plane,
  PLANE_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeOwner } from '@openchoreo-planes/backstage-plugin-planes-node';
import { namedNamespaces } from './namedNamespaces';
import { planePredicate } from './planePredicate';
import { planeResourceRef, type PlaneResource } from './planeResource';

/** What the authorizer needs. */
export interface PlaneAuthorizerOptions {
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  /** The owner of planes whose resource names none. */
  readonly defaultOwner: string;
}

/** What a caller may do something with. */
export interface PlaneDecision {
  readonly isAdmitted: (resource: PlaneResource) => boolean;
  /** The Kubernetes namespaces that its conditions name. */
  readonly namespaces: readonly string[];
}

/** Decides which planes a caller may do something with. */
export class PlaneAuthorizer {
  readonly #options: PlaneAuthorizerOptions;
  readonly #resources = new WeakMap<Plane, PlaneResource>();

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
    const { isAdmitted } = await this.decide(permission, credentials);
    return plane => isAdmitted(this.resource(plane));
  }

  /**
   * Like {@link PlaneAuthorizer.authorize}, for planes that need not exist.
   *
   * @throws NotAllowedError when the caller may not act on any plane
   */
  async decide(
    permission: ResourcePermission<typeof PLANE_RESOURCE_TYPE>,
    credentials: BackstageCredentials,
  ): Promise<PlaneDecision> {
    const { permissions, permissionsRegistry } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw notAllowed(permission);
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return { isAdmitted: () => true, namespaces: [] };
    }
    // The conditions are checked and translated once; a request may ask about thousands of planes.
    const toCriteria = createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(planeResourceRef),
    );
    const criteria = toCriteria(decision.conditions);
    return {
      isAdmitted: planePredicate(criteria),
      namespaces: namedNamespaces(criteria),
    };
  }

  /** The plane as permission rules see it. */
  resource(plane: Plane): PlaneResource {
    let resource = this.#resources.get(plane);
    if (!resource) {
      const owner = planeOwner(plane, this.#options.defaultOwner);
      resource = { plane, owner };
      this.#resources.set(plane, resource);
    }
    return resource;
  }
}

/** The refusal that names the permission, so that the caller knows what to ask for. */
export function notAllowed(permission: { name: string }): NotAllowedError {
  return new NotAllowedError(`You lack the permission '${permission.name}'`);
}
