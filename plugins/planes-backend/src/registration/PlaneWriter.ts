import {
  type AgentCASecretManifest,
  type PlaneRef,
  planeKindInfo,
  type PlaneRegistration,
  type RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneResources,
  ResourceFailure,
  ResourceOutcome,
  ResourceWriteOptions,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { uidOf } from './objectMetadata';
import type { WriteTarget } from './problemsOfFailure';
import { settle } from './settle';
import {
  secretKept,
  secretLeft,
  secretNotOwned,
  secretRolledBack,
  secretUncertain,
} from './secretProblems';

const ROLLBACK_TIMEOUT_MS = 15_000;

/** A plane to be written, and the Secret that it is to refer to. */
export interface PlaneWrite {
  readonly registration: PlaneRegistration;
  /** To be created before the plane is written. */
  readonly secret?: AgentCASecretManifest;
  /** Creates the plane's resource, or replaces it. */
  writePlane(options: ResourceWriteOptions): Promise<ResourceOutcome>;
}

/** A refusal of the API server's. */
export interface RefusedWrite {
  readonly target: WriteTarget;
  readonly failure: ResourceFailure;
}

/** What came of a write. */
export type WriteOutcome =
  | {
      readonly ok: true;
      readonly uid: string;
      readonly secret?: { readonly namespace: string; readonly name: string };
      /** What of it is worth knowing. */
      readonly problems: readonly RegistrationProblem[];
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      readonly refused: RefusedWrite;
      /** What became of a Secret that was created already. */
      readonly aftermath: readonly RegistrationProblem[];
    };

/** What the API server says to a dry run. */
export interface DryRunOutcome {
  /** None where it would accept everything. */
  readonly refused: readonly RefusedWrite[];
  readonly warnings: readonly string[];
}

interface CreatedSecret {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string | undefined;
}

/** Writes a plane and the Secret that it refers to: both, or neither. */
export class PlaneWriter {
  readonly #resources: PlaneResources;

  constructor(options: { resources: PlaneResources }) {
    this.#resources = options.resources;
  }

  /** Asks the API server about both, whatever it says to one of them. */
  async dryRun(write: PlaneWrite, signal: AbortSignal): Promise<DryRunOutcome> {
    const options = { signal, dryRun: true };
    const asked: [WriteTarget, Promise<ResourceOutcome>][] = [];
    if (write.secret) {
      const secret = this.#createSecret(write, write.secret, options);
      asked.push(['secret', secret]);
    }
    asked.push(['plane', settle(write.writePlane(options), signal)]);
    const outcomes = await Promise.all(
      asked.map(async ([target, outcome]) => ({
        target,
        outcome: await outcome,
      })),
    );
    return {
      refused: outcomes.flatMap(({ target, outcome }) =>
        outcome.ok ? [] : [{ target, failure: outcome.failure }],
      ),
      warnings: outcomes.flatMap(({ outcome }) =>
        outcome.ok ? outcome.warnings : [],
      ),
    };
  }

  /** Writes. A Secret that was created for a plane that is refused then is deleted again. */
  async write(write: PlaneWrite, signal: AbortSignal): Promise<WriteOutcome> {
    const options = { signal };
    let secret: CreatedSecret | undefined;
    let warnings: readonly string[] = [];
    if (write.secret) {
      const outcome = await this.#createSecret(write, write.secret, options);
      if (!outcome.ok) {
        const refused = { target: 'secret', failure: outcome.failure } as const;
        return {
          ok: false,
          refused,
          aftermath:
            outcome.failure.reason === 'unavailable'
              ? [secretUncertain(write.secret.metadata)]
              : [],
        };
      }
      const { namespace, name } = write.secret.metadata;
      secret = { namespace, name, uid: uidOf(outcome.object) };
      warnings = outcome.warnings;
    }
    const plane = await settle(write.writePlane(options), signal);
    if (!plane.ok) {
      const { failure } = plane;
      return {
        ok: false,
        refused: { target: 'plane', failure },
        aftermath: secret
          ? [await this.#afterFailure(write, secret, failure)]
          : [],
      };
    }
    const uid = uidOf(plane.object) ?? '';
    return {
      ok: true,
      uid,
      problems: secret ? await this.#own(write, secret, uid, signal) : [],
      warnings: [...warnings, ...plane.warnings],
      ...(secret && {
        secret: { namespace: secret.namespace, name: secret.name },
      }),
    };
  }

  #createSecret(
    { registration }: PlaneWrite,
    secret: AgentCASecretManifest,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const { controlPlane } = registration;
    return settle(
      this.#resources.createSecret(controlPlane, secret, options),
      options.signal,
    );
  }

  async #afterFailure(
    { registration }: PlaneWrite,
    secret: CreatedSecret,
    failure: ResourceFailure,
  ): Promise<RegistrationProblem> {
    if (failure.reason === 'unavailable') {
      // The plane may be there, and would be cut off from its agents without the Secret.
      return secretKept(secret);
    }
    const { uid, ...address } = secret;
    if (uid === undefined) {
      return secretLeft(secret, 'the API server did not tell its uid');
    }
    // The time for the write may be over.
    const signal = AbortSignal.timeout(ROLLBACK_TIMEOUT_MS);
    const outcome = await settle(
      this.#resources.deleteSecret(
        registration.controlPlane,
        { ...address, uid },
        { signal },
      ),
      signal,
    );
    return outcome.ok || isGone(outcome.failure)
      ? secretRolledBack(secret)
      : secretLeft(secret, outcome.failure.message);
  }

  /** Has Kubernetes delete the Secret together with the plane. */
  async #own(
    { registration }: PlaneWrite,
    { namespace, name }: CreatedSecret,
    uid: string,
    signal: AbortSignal,
  ): Promise<RegistrationProblem[]> {
    const ref: PlaneRef = refOf(registration);
    if (
      planeKindInfo(ref.kind).scope === 'Namespaced' &&
      ref.namespace !== namespace
    ) {
      // Kubernetes deletes what is owned from another namespace, at once.
      return [
        secretNotOwned({ namespace, name }, 'it is in another namespace'),
      ];
    }
    const outcome = await settle(
      this.#resources.setSecretOwner(
        ref.controlPlane,
        { namespace, name },
        { ...ref, uid },
        { signal },
      ),
      signal,
    );
    return outcome.ok
      ? []
      : [secretNotOwned({ namespace, name }, outcome.failure.message)];
  }
}

function isGone({ reason }: ResourceFailure): boolean {
  return reason === 'not-found' || reason === 'conflict';
}

/** Where the plane of a registration is. */
export function refOf(registration: PlaneRegistration): PlaneRef {
  const { controlPlane, kind, namespace, name } = registration;
  return { controlPlane, kind, namespace, name };
}
