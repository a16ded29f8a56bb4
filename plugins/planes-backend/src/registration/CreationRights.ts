import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  type Plane,
  planeCreatePermission,
  type PlaneKind,
  planeKindInfo,
  planeOfRegistration,
  type PlaneRegistration,
  type RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  notAllowed,
  type PlaneAuthorizer,
  type PlaneCreator,
} from '../permissions';
import { withRefusal } from './refusal';

/** What {@link CreationRights} needs. */
export interface CreationRightsOptions {
  readonly auth: AuthService;
  readonly userInfo: UserInfoService;
  readonly authorizer: PlaneAuthorizer;
}

/** Decides which planes that are not there yet a caller may register. */
export class CreationRights {
  readonly #options: CreationRightsOptions;

  constructor(options: CreationRightsOptions) {
    this.#options = options;
  }

  /** The entities that planes may belong to in order to be the caller's; none for a service. */
  async ownersOf(credentials: BackstageCredentials): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    return (await userInfo.getUserInfo(credentials)).ownershipEntityRefs;
  }

  /**
   * Tells where a caller may register planes of a kind: with the default owner, or with themselves for one.
   *
   * @returns whether they may in a namespace; that of a Cluster kind is undefined
   */
  creatable(
    kind: PlaneKind,
    { decision }: Pick<PlaneCreator, 'decision'>,
    owners: readonly string[],
  ): (namespace: string | undefined) => boolean {
    const plane = planeToBe({ kind, namespace: anyNamespace(kind) });
    if (!plane) {
      return () => false;
    }
    const { owner } = this.#options.authorizer.resource(plane);
    return namespace => {
      const there = { ...plane, ref: { ...plane.ref, namespace } };
      return [owner, ...owners].some(candidate =>
        decision.isAdmitted({ plane: there, owner: candidate }),
      );
    };
  }

  /**
   * Checks whether the caller may register this very plane, as far as can be told.
   *
   * @returns a problem where they may, but not with this owner
   * @throws NotAllowedError
   */
  async check(
    registration: Partial<PlaneRegistration>,
    creator: PlaneCreator,
  ): Promise<RegistrationProblem[]> {
    const plane = planeToBe(registration);
    if (!plane) {
      return [];
    }
    const { decision, credentials } = creator;
    const resource = this.#options.authorizer.resource(plane);
    if (decision.isAdmitted(resource)) {
      return [];
    }
    const owners = (await this.ownersOf(credentials)).filter(owner =>
      decision.isAdmitted({ plane, owner }),
    );
    if (owners.length === 0) {
      throw notAllowed(planeCreatePermission);
    }
    return [ownerNotAllowed(resource.owner, owners)];
  }

  /**
   * Like {@link CreationRights.check}, for a plane that is going to be written.
   *
   * @throws NotAllowedError also where only the owner is in the way
   */
  async enforce(
    registration: Partial<PlaneRegistration>,
    creator: PlaneCreator,
  ): Promise<void> {
    const problems = await this.check(registration, creator);
    if (problems.length > 0) {
      throw withRefusal(notAllowed(planeCreatePermission), { problems });
    }
  }
}

/**
 * The plane that a registration would make, as far as permission rules look at it; undefined where the kind or namespace
 * is missing.
 */
export function planeToBe(
  registration: Partial<PlaneRegistration>,
): Plane | undefined {
  const {
    controlPlane = 'x',
    kind,
    namespace,
    name = 'x',
    owner,
  } = registration;
  return (
    kind &&
    planeOfRegistration(
      { controlPlane, kind, namespace, name, owner },
      {
        kind,
        fields: [],
        requiredFields: [],
        observabilityPlaneRefIsString: false,
      },
    )
  );
}

function anyNamespace(kind: PlaneKind): string | undefined {
  return planeKindInfo(kind).scope === 'Namespaced' ? 'x' : undefined;
}

function ownerNotAllowed(
  owner: string,
  allowed: readonly string[],
): RegistrationProblem {
  return {
    code: 'owner-not-allowed',
    severity: 'error',
    field: 'owner',
    message: `You may not register this plane for the owner ${owner}.`,
    remedy: `Set the owner to ${allowed.slice(0, 5).join(' or ')}.`,
  };
}
