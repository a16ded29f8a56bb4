import { ConflictError, InputError } from '@backstage/errors';
import {
  applyRegistration,
  buildAgentCASecret,
  formatPlaneRef,
  isBlocking,
  type Plane,
  planeUpdatePermission,
  type PlaneRegistration,
  type RegisteredPlane,
  type RegistrationDryRun,
  type RegistrationProblem,
  type RegistrationResult,
  type RegistrationReview,
  type ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneResources,
  ResourceOutcome,
  ResourceWriteOptions,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RegistrationConfig } from '../config';
import { notAllowed } from '../permissions';
import type { PlaneLinks } from '../planes';
import { changedFields } from './changedFields';
import { planeToBe } from './CreationRights';
import { WRITE_TIMEOUT_MS } from './deadlines';
import { dryRunReview, NOT_ASKED } from './dryRunReview';
import { identityProblems } from './identityProblems';
import { readable } from './PlaneRegistrar';
import type { PlaneWrite, PlaneWriter } from './PlaneWriter';
import {
  gone,
  type PresentPlane,
  type PresentPlanes,
  requireAgents,
} from './PresentPlanes';
import { withRefusal } from './refusal';
import { reviewError, uncertainty, writeError } from './registrationErrors';
import type {
  RegistrationReviewer,
  ReviewedRegistration,
} from './RegistrationReviewer';
import { resultOf } from './resultOf';
import { reviewOf } from './reviewOf';

/** A heartbeat may come between reading and writing, but not many in a row. */
const MAX_TRIES = 3;

/** What {@link PlaneUpdates} needs. */
export interface PlaneUpdatesOptions {
  readonly config: RegistrationConfig;
  readonly resources: PlaneResources;
  readonly present: PresentPlanes;
  readonly reviewer: RegistrationReviewer;
  readonly writer: PlaneWriter;
  readonly links: PlaneLinks;
}

/** Somebody's wish to change a plane. */
export interface UpdateWish {
  /** The plane as the inventory has it; the caller is permitted to change it. */
  readonly plane: Plane;
  /** Anything, such as the body of a request. */
  readonly input: unknown;
  /** Of the plane as the change started from it. */
  readonly resourceVersion: string;
  readonly isVisible: (plane: Plane) => boolean;
  /** Whether the caller may change a plane, such as this one as it would be. */
  readonly isPermitted: (plane: Plane) => boolean;
}

interface Change {
  readonly plane: Plane;
  readonly registration: PlaneRegistration;
  readonly served: ServedPlaneKind;
  readonly base: PresentPlane;
}

/** Changes planes, and tells beforehand what would come of it. */
export class PlaneUpdates {
  readonly #options: PlaneUpdatesOptions;

  constructor(options: PlaneUpdatesOptions) {
    this.#options = options;
  }

  /**
   * What would come of a change.
   *
   * @throws ConflictError with the property `current` where somebody else has changed the plane; a lint does not look
   */
  async review(
    wish: UpdateWish,
    { dryRun, signal }: { dryRun: RegistrationDryRun; signal: AbortSignal },
  ): Promise<RegistrationReview> {
    const { config, writer } = this.#options;
    requireAgents(wish.plane);
    const base = dryRun === 'all' ? await this.#base(wish, signal) : undefined;
    const reviewed = await this.#review(wish, signal);
    const problems = [...ownerProblems(wish), ...reviewed.problems];
    const { registration, served } = reviewed;
    const isReady = registration && served && !problems.some(isBlocking);
    const asked =
      isReady && base
        ? dryRunReview(
            await writer.dryRun(
              this.#writeOf({ plane: wish.plane, registration, served, base }),
              signal,
            ),
            registration,
            config.mode,
          )
        : NOT_ASKED;
    return reviewOf(reviewed, asked, problems);
  }

  /**
   * Changes a plane.
   *
   * @returns the plane, and the fields of its registration that were changed
   * @throws NotAllowedError where the caller may not change the plane as it would be; ConflictError with the property
   * `current` where somebody else has changed it; InputError or ServiceUnavailableError with the property `problems`
   */
  async update(
    wish: UpdateWish,
  ): Promise<{ result: RegistrationResult; changed: string[] }> {
    const { config, writer, links } = this.#options;
    const { plane } = wish;
    const forbidden = ownerProblems(wish);
    if (forbidden.length > 0) {
      throw withRefusal(notAllowed(planeUpdatePermission), {
        problems: forbidden,
      });
    }
    if (config.mode === 'manifest') {
      throw new InputError(
        "The portal writes nothing to control planes, for 'openchoreo.planes.registration.mode' is 'manifest': apply the manifest yourself",
      );
    }
    // The caller may go; what was begun is brought to an end.
    const signal = AbortSignal.timeout(WRITE_TIMEOUT_MS);
    const base = await this.#base(wish, signal);
    const reviewed = await this.#review(wish, signal);
    const { registration, served, problems } = reviewed;
    if (!registration || !served || problems.some(isBlocking)) {
      throw reviewError(reviewed);
    }
    const write = this.#writeOf({ plane, registration, served, base });
    const { refused } = await writer.dryRun(write, signal);
    if (refused.length > 0) {
      throw await this.#error(wish, registration, refused, signal);
    }
    const outcome = await writer.write(write, signal);
    if (!outcome.ok) {
      throw await this.#error(wish, registration, [outcome.refused], signal, [
        ...uncertainty(registration, outcome.refused),
        ...outcome.aftermath,
      ]);
    }
    return {
      result: resultOf(outcome, { registration, served, problems, links }),
      changed: changedFields(base.registration, registration),
    };
  }

  /** The plane as the change started from it, read anew. */
  async #base(
    { plane, resourceVersion }: UpdateWish,
    signal: AbortSignal,
  ): Promise<PresentPlane> {
    const present = await this.#options.present.read(plane, signal);
    if (present.registered.resourceVersion !== resourceVersion) {
      throw changedMeanwhile(present.registered);
    }
    return present;
  }

  async #review(
    { plane, input, isVisible }: UpdateWish,
    signal: AbortSignal,
  ): Promise<ReviewedRegistration> {
    const moved = identityProblems(readable(input), plane.ref);
    return moved.length > 0
      ? { valid: {}, problems: moved }
      : this.#options.reviewer.review(input, {
          isVisible,
          current: plane,
          signal,
        });
  }

  #writeOf({ plane, registration, served, base }: Change): PlaneWrite {
    const { resources } = this.#options;
    return {
      registration,
      secret: buildAgentCASecret(registration),
      writePlane: async options => {
        let outcome: ResourceOutcome;
        let object: object | undefined = base.object;
        let tries = 0;
        do {
          tries += 1;
          outcome = await resources.updatePlane(
            plane.ref,
            applyRegistration(object, registration, served),
            options,
          );
          object = isConflict(outcome)
            ? await this.#unchanged(plane, base, options)
            : undefined;
        } while (object && tries < MAX_TRIES);
        return outcome;
      },
    };
  }

  /** The resource as it is after a conflict; undefined where the conflict is about what the change is about. */
  async #unchanged(
    plane: Plane,
    base: PresentPlane,
    { signal }: ResourceWriteOptions,
  ): Promise<object | undefined> {
    const outcome = await this.#options.present
      .read(plane, signal)
      .catch(() => undefined);
    return outcome?.registered.resourceVersion ===
      base.registered.resourceVersion
      ? outcome.object
      : undefined;
  }

  async #error(
    { plane }: UpdateWish,
    registration: PlaneRegistration,
    refused: Parameters<typeof writeError>[0],
    signal: AbortSignal,
    aftermath: readonly RegistrationProblem[] = [],
  ): Promise<Error> {
    const reasons = refused.flatMap(({ target, failure }) =>
      target === 'plane' ? [failure.reason] : [],
    );
    if (reasons.includes('not-found')) {
      return withRefusal(gone(plane), { problems: [...aftermath] });
    }
    const error = writeError(refused, registration, aftermath);
    if (!reasons.includes('conflict')) {
      return error;
    }
    const present = await this.#options.present
      .read(plane, signal)
      .catch(() => undefined);
    return present
      ? withRefusal(error, { current: present.registered })
      : error;
  }
}

function isConflict(outcome: ResourceOutcome): boolean {
  return !outcome.ok && outcome.failure.reason === 'conflict';
}

function changedMeanwhile(current: RegisteredPlane): ConflictError {
  return withRefusal(
    new ConflictError(
      `Somebody else has changed ${formatPlaneRef(
        current.ref,
      )} meanwhile: compare your change with what it is now`,
    ),
    { problems: [], current },
  );
}

/** A caller may change the owner only to one whose planes they may change. */
function ownerProblems({
  plane,
  input,
  isPermitted,
}: UpdateWish): RegistrationProblem[] {
  const { owner } = readable(input);
  const next = planeToBe({ ...plane.ref, owner });
  if (next && isPermitted(next)) {
    return [];
  }
  return [
    {
      code: 'owner-not-allowed',
      severity: 'error',
      field: 'owner',
      message:
        owner === undefined
          ? 'You may not change this plane to be without an owner of its own.'
          : `You may not change the owner of this plane to ${owner}.`,
      remedy: 'Set the owner to one whose planes you may change.',
    },
  ];
}
