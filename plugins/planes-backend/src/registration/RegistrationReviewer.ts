import {
  type Plane,
  planeOfRegistration,
  type PlaneRegistration,
  type RegistrationProblem,
  reviewRegistration,
  type ServedPlaneKind,
  validateRegistration,
  withInlineCA,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  knownKinds,
  type PlaneInventory,
  type PlaneResources,
  type ServedKinds,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { CurrentFleet } from '../planes';
import { relatedPlanes } from './relatedPlanes';

/** What {@link RegistrationReviewer} needs. */
export interface RegistrationReviewerOptions {
  readonly resources: PlaneResources;
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly clock: () => Date;
}

/** For whom a registration is reviewed, and how. */
export interface ReviewOptions {
  /** Tells which planes may be named to the caller. */
  readonly isVisible: (plane: Plane) => boolean;
  /** The plane that is changed; undefined for a new one. */
  readonly current?: Plane;
  readonly signal: AbortSignal;
}

/** What is to be said of a registration before the API server is asked to write anything. */
export interface ReviewedRegistration {
  /** Only where all of it could be read. */
  readonly registration?: PlaneRegistration;
  /** What of it could be read. */
  readonly valid: Partial<PlaneRegistration>;
  /** Its kind; undefined where that is not served, or not known. */
  readonly served?: ServedPlaneKind;
  readonly problems: readonly RegistrationProblem[];
  /** Why the control plane could not be asked which kinds it serves; undefined where that is known. */
  readonly unavailable?: string;
}

/** Reviews registrations: by the rules, by what the control plane serves, and by the planes that the caller may see. */
export class RegistrationReviewer {
  readonly #options: RegistrationReviewerOptions;

  constructor(options: RegistrationReviewerOptions) {
    this.#options = options;
  }

  /** @param input - anything, such as the body of a request */
  async review(
    input: unknown,
    options: ReviewOptions,
  ): Promise<ReviewedRegistration> {
    const reading = validateRegistration(input);
    const valid = reading.ok ? reading.registration : reading.valid;
    const unread = reading.ok ? [] : reading.problems;
    const { controlPlane } = valid;
    const names = this.#options.resources
      .controlPlanes()
      .map(({ name }) => name);
    if (controlPlane === undefined) {
      return { valid, problems: unread };
    }
    if (!names.includes(controlPlane)) {
      return {
        valid,
        problems: [...unread, controlPlaneUnknown(controlPlane, names)],
      };
    }
    const { kinds, asOf, error } = await this.#servedKinds(
      controlPlane,
      options.signal,
    );
    if (asOf === undefined) {
      const unavailable = `Which kinds control plane "${controlPlane}" serves is not known: ${
        error ?? 'it was not asked yet'
      }`;
      return {
        valid,
        unavailable,
        problems: [...unread, controlPlaneUnavailable(unavailable)],
      };
    }
    return this.#lint(input, valid, kinds, options);
  }

  #lint(
    input: unknown,
    valid: Partial<PlaneRegistration>,
    kinds: readonly ServedPlaneKind[],
    { isVisible, current }: ReviewOptions,
  ): ReviewedRegistration {
    const { inventory, fleet, clock } = this.#options;
    const served = kinds.find(({ kind }) => kind === valid.kind);
    const plane = served && planeOfRegistration(withInlineCA(valid), served);
    const related =
      plane && relatedPlanes(plane, { inventory, fleet, isVisible, current });
    const review = reviewRegistration(input, {
      served: kinds,
      planes: related?.planes ?? [],
      isKnown: knownKinds(inventory.snapshot().sources),
      current,
      now: clock(),
    });
    const problems = [...review.problems];
    if (plane && related?.hiddenNamesake) {
      problems.unshift(nameTaken(plane));
    }
    if (plane && related && related.hiddenSharing > 0) {
      problems.push(hiddenSharing(plane, related.hiddenSharing));
    }
    return { ...review, served, problems };
  }

  async #servedKinds(
    controlPlane: string,
    signal: AbortSignal,
  ): Promise<ServedKinds> {
    try {
      return await this.#options.resources.servedKinds(controlPlane, {
        signal,
      });
    } catch (error) {
      if (signal.aborted) {
        return { kinds: [], error: 'it did not answer in time' };
      }
      throw error;
    }
  }
}

function controlPlaneUnknown(
  controlPlane: string,
  names: readonly string[],
): RegistrationProblem {
  return {
    code: 'control-plane-unknown',
    severity: 'error',
    field: 'controlPlane',
    message: `The portal knows no control plane "${controlPlane.slice(
      0,
      60,
    )}".`,
    remedy:
      names.length > 0
        ? `Use one of those in openchoreo.controlPlanes: ${names.join(', ')}.`
        : 'Name one in openchoreo.controlPlanes of the configuration.',
  };
}

function controlPlaneUnavailable(message: string): RegistrationProblem {
  return {
    code: 'control-plane-unavailable',
    severity: 'error',
    message: /[.?!]$/.test(message) ? message : `${message}.`,
    remedy:
      'Try again in a while; the fleet page says what is wrong with the control plane.',
  };
}

function nameTaken({ ref }: Plane): RegistrationProblem {
  return {
    code: 'name-taken',
    severity: 'error',
    field: 'name',
    message: `There is a ${ref.kind} of that name already, which you may not see.`,
    remedy: 'Choose another name.',
  };
}

function hiddenSharing({ planeID }: Plane, count: number): RegistrationProblem {
  const planes = count === 1 ? '1 plane' : `${count} planes`;
  return {
    code: 'plane-id-shared-hidden',
    severity: 'info',
    field: 'planeID',
    message: `The planeID "${planeID}" is also that of ${planes} that you may not see: they share their agents, and disconnecting one disconnects all.`,
    remedy:
      'Nothing, if they are meant to be views of one cluster; otherwise choose another planeID.',
  };
}
