import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  formatPlaneRef,
  type Plane,
  type PlaneRegistration,
  readCertificates,
  type RegisteredPlane,
  registrationOfResource,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneResources } from '@openchoreo-planes/backstage-plugin-planes-node';
import { uidOf } from './objectMetadata';
import { revisionOf } from './revision';
import { settle } from './settle';

/** A plane's resource as the API server has it now, and what a form may know of it. */
export interface PresentPlane {
  /** Never leaves the backend. */
  readonly object: object;
  readonly registration: Partial<PlaneRegistration>;
  readonly registered: RegisteredPlane;
}

/** Reads planes from the control plane itself, not from the inventory, which may be behind. */
export class PresentPlanes {
  readonly #resources: PlaneResources;

  constructor(options: { resources: PlaneResources }) {
    this.#resources = options.resources;
  }

  /**
   * Reads a plane for being changed.
   *
   * @throws NotFoundError where it is gone, InputError where it is reached with credentials, ServiceUnavailableError
   * where the API server does not give it
   */
  async read(plane: Plane, signal: AbortSignal): Promise<PresentPlane> {
    const { ref, uid } = plane;
    requireAgents(plane);
    const outcome = await settle(
      this.#resources.getPlane(ref, { signal }),
      signal,
    );
    if (!outcome.ok) {
      throw outcome.failure.reason === 'not-found'
        ? gone(plane)
        : new ServiceUnavailableError(
            `${formatPlaneRef(ref)} could not be read from control plane "${
              ref.controlPlane
            }": ${outcome.failure.message}`,
          );
    }
    const { object } = outcome;
    if (uidOf(object) !== uid) {
      throw gone(plane);
    }
    const { controlPlane } = ref;
    const registration = registrationOfResource(object, { controlPlane });
    if (!registration) {
      throw ofCredentials(plane);
    }
    const registered = {
      ref,
      registration: { ...withCertificatesOnly(registration) },
      resourceVersion: revisionOf(uid, registration),
    };
    return { object, registration, registered };
  }
}

/** @throws InputError for a plane that is reached with credentials, as before OpenChoreo v0.9 */
export function requireAgents(plane: Plane): void {
  if (plane.access === 'credentials') {
    throw ofCredentials(plane);
  }
}

/** The refusal for a plane that was deleted, or deleted and made anew. */
export function gone({ ref, uid }: Plane): NotFoundError {
  return new NotFoundError(
    `${formatPlaneRef(ref)} with uid '${uid}' is not there any more`,
  );
}

/** Without an agent CA that is none: it may be a private key, and has to be replaced in any case. */
function withCertificatesOnly(
  registration: Partial<PlaneRegistration>,
): Partial<PlaneRegistration> {
  const { agentCA, ...rest } = registration;
  if (agentCA?.source !== 'inline') {
    return registration;
  }
  const { certificates, containsPrivateKey } = readCertificates(agentCA.value);
  return containsPrivateKey || certificates.length === 0 ? rest : registration;
}

function ofCredentials({ ref }: Plane): InputError {
  return new InputError(
    `${formatPlaneRef(
      ref,
    )} is of an OpenChoreo release before v0.9, whose planes are reached with credentials in their resource, so it cannot be changed here: change its resource with kubectl`,
  );
}
