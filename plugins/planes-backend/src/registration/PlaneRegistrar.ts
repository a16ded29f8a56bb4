import { InputError } from '@backstage/errors';
import {
  buildAgentCASecret,
  buildPlaneManifest,
  isBlocking,
  type PlaneRegistration,
  type RegistrationDryRun,
  type RegistrationResult,
  type RegistrationReview,
  type ServedPlaneKind,
  validateRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneResources } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RegistrationConfig } from '../config';
import type { PlaneCreator } from '../permissions';
import type { PlaneLinks } from '../planes';
import type { CreationRights } from './CreationRights';
import { WRITE_TIMEOUT_MS } from './deadlines';
import { dryRunReview, NOT_ASKED } from './dryRunReview';
import { type PlaneWrite, type PlaneWriter } from './PlaneWriter';
import { resultOf } from './resultOf';
import { reviewOf } from './reviewOf';
import { reviewError, uncertainty, writeError } from './registrationErrors';
import type { RegistrationReviewer } from './RegistrationReviewer';

/** What {@link PlaneRegistrar} needs. */
export interface PlaneRegistrarOptions {
  readonly config: RegistrationConfig;
  readonly resources: PlaneResources;
  readonly reviewer: RegistrationReviewer;
  readonly rights: CreationRights;
  readonly writer: PlaneWriter;
  readonly links: PlaneLinks;
}

/** Registers planes, and tells beforehand what would come of it. */
export class PlaneRegistrar {
  readonly #options: PlaneRegistrarOptions;

  constructor(options: PlaneRegistrarOptions) {
    this.#options = options;
  }

  /**
   * What would come of a registration.
   *
   * @param input - anything, such as the body of a request
   * @throws NotAllowedError for a plane that the caller may not register
   */
  async review(
    input: unknown,
    options: {
      creator: PlaneCreator;
      dryRun: RegistrationDryRun;
      signal: AbortSignal;
    },
  ): Promise<RegistrationReview> {
    const { config, reviewer, rights, writer } = this.#options;
    const { creator, dryRun, signal } = options;
    const ownerProblems = await rights.check(readable(input), creator);
    const reviewed = await reviewer.review(input, {
      isVisible: creator.isVisible,
      signal,
    });
    const problems = [...ownerProblems, ...reviewed.problems];
    const { registration, served } = reviewed;
    const isReady = registration && served && !problems.some(isBlocking);
    const asked =
      isReady && dryRun === 'all'
        ? dryRunReview(
            await writer.dryRun(this.#writeOf(registration, served), signal),
            registration,
            config.mode,
          )
        : NOT_ASKED;
    return reviewOf(reviewed, asked, problems);
  }

  /**
   * Registers a plane.
   *
   * @param input - anything, such as the body of a request
   * @throws NotAllowedError for a plane that the caller may not register; InputError, ConflictError or
   * ServiceUnavailableError with the property `problems` where nothing came of it
   */
  async register(
    input: unknown,
    creator: PlaneCreator,
  ): Promise<RegistrationResult> {
    const { config, reviewer, rights, writer, links } = this.#options;
    await rights.enforce(readable(input), creator);
    if (config.mode === 'manifest') {
      throw new InputError(
        "The portal writes nothing to control planes, for 'openchoreo.planes.registration.mode' is 'manifest': apply the manifest yourself",
      );
    }
    // The caller may go; what was begun is brought to an end.
    const signal = AbortSignal.timeout(WRITE_TIMEOUT_MS);
    const { isVisible } = creator;
    const reviewed = await reviewer.review(input, { isVisible, signal });
    const { registration, served, problems } = reviewed;
    if (!registration || !served || problems.some(isBlocking)) {
      throw reviewError(reviewed);
    }
    const write = this.#writeOf(registration, served);
    const { refused } = await writer.dryRun(write, signal);
    if (refused.length > 0) {
      throw writeError(refused, registration);
    }
    const outcome = await writer.write(write, signal);
    if (!outcome.ok) {
      throw writeError([outcome.refused], registration, [
        ...uncertainty(registration, outcome.refused),
        ...outcome.aftermath,
      ]);
    }
    return resultOf(outcome, { registration, served, problems, links });
  }

  #writeOf(
    registration: PlaneRegistration,
    served: ServedPlaneKind,
  ): PlaneWrite {
    const manifest = buildPlaneManifest(registration, served);
    return {
      registration,
      secret: buildAgentCASecret(registration),
      writePlane: options =>
        this.#options.resources.createPlane(
          registration.controlPlane,
          manifest,
          options,
        ),
    };
  }
}

/** What of a registration can be read, for those that decide before anything else is looked at. */
export function readable(input: unknown): Partial<PlaneRegistration> {
  const reading = validateRegistration(input);
  return reading.ok ? reading.registration : reading.valid;
}
