import type {
  AgentCASecretManifest,
  PlaneManifest,
  PlaneRef,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  ConfiguredControlPlane,
  ControlPlaneNamespaces,
  PlaneResources,
  ResourceFailure,
  ResourceOutcome,
  ResourceWriteOptions,
  ServedKinds,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/** One request to {@link TestPlaneResources}. @public */
export interface TestResourceRequest {
  readonly method: keyof PlaneResources;
  readonly controlPlane: string;
  /** What was sent, or the reference that was asked for. */
  readonly sent?: object;
  readonly dryRun?: boolean;
}

const NOT_FOUND: ResourceFailure = {
  reason: 'not-found',
  status: 404,
  message: 'It is not there',
  causes: [],
};
const ALREADY_EXISTS: ResourceFailure = {
  reason: 'already-exists',
  status: 409,
  message: 'It already exists',
  causes: [],
};
const CONFLICT: ResourceFailure = {
  reason: 'conflict',
  status: 409,
  message: 'The object has been modified',
  causes: [],
};

/**
 * Resources of planes in memory, that answer as a test says.
 *
 * @remarks
 * Knows nothing of schemas: what the API server refuses is put into {@link TestPlaneResources.failures}.
 *
 * @public
 */
export class TestPlaneResources implements PlaneResources {
  /** Default: the control plane `default`. */
  configured: readonly ConfiguredControlPlane[] = [{ name: 'default' }];
  /** By control plane; one that is not here serves nothing. */
  readonly served = new Map<string, ServedKinds>();
  /** Default: none, and incomplete. */
  namespaceAnswer: ControlPlaneNamespaces = { items: [], complete: false };
  /** Requests of a method fail with it while it is set. */
  failures: { [M in keyof PlaneResources]?: ResourceFailure } = {};
  /** Dry runs alone fail with it while it is set. */
  dryRunFailure?: ResourceFailure;
  warnings: readonly string[] = [];
  readonly requests: TestResourceRequest[] = [];
  readonly #objects = new Map<string, object>();
  #revision = 100;

  /** Says which kinds a control plane serves. */
  serve(kinds: readonly ServedPlaneKind[], controlPlane = 'default'): void {
    this.served.set(controlPlane, { kinds, asOf: '2026-11-21T00:00:00.000Z' });
  }

  /** Puts a resource where a request finds it; the object is given back as it is. */
  put(ref: PlaneRef, object: object): void {
    this.#objects.set(keyOf(ref), object);
  }

  /** The resource as it was last written. */
  object(ref: PlaneRef): object | undefined {
    return this.#objects.get(keyOf(ref));
  }

  controlPlanes(): readonly ConfiguredControlPlane[] {
    return this.configured;
  }

  async servedKinds(controlPlane: string): Promise<ServedKinds> {
    this.requests.push({ method: 'servedKinds', controlPlane });
    return this.served.get(controlPlane) ?? { kinds: [] };
  }

  async namespaces(controlPlane: string): Promise<ControlPlaneNamespaces> {
    this.requests.push({ method: 'namespaces', controlPlane });
    return this.namespaceAnswer;
  }

  async getPlane(ref: PlaneRef): Promise<ResourceOutcome> {
    const { controlPlane } = ref;
    this.requests.push({ method: 'getPlane', controlPlane, sent: ref });
    const object = this.#objects.get(keyOf(ref));
    return this.failures.getPlane || !object
      ? fail(this.failures.getPlane ?? { ...NOT_FOUND })
      : { ok: true, object, warnings: [] };
  }

  async createPlane(
    controlPlane: string,
    manifest: PlaneManifest,
    { dryRun }: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const ref: PlaneRef = {
      controlPlane,
      kind: manifest.kind,
      namespace: manifest.metadata.namespace,
      name: manifest.metadata.name,
    };
    const taken = this.#objects.has(keyOf(ref));
    return this.#write('createPlane', {
      controlPlane,
      sent: manifest,
      dryRun,
      failure: taken ? ALREADY_EXISTS : undefined,
      key: keyOf(ref),
    });
  }

  async updatePlane(
    ref: PlaneRef,
    object: object,
    { dryRun }: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const current = this.#objects.get(keyOf(ref));
    let failure: ResourceFailure | undefined;
    if (!current) {
      failure = NOT_FOUND;
    } else if (revisionOf(current) !== revisionOf(object)) {
      failure = CONFLICT;
    }
    return this.#write('updatePlane', {
      controlPlane: ref.controlPlane,
      sent: object,
      dryRun,
      failure,
      key: keyOf(ref),
    });
  }

  async createSecret(
    controlPlane: string,
    manifest: AgentCASecretManifest,
    { dryRun }: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    return this.#write('createSecret', {
      controlPlane,
      sent: manifest,
      dryRun,
    });
  }

  async setSecretOwner(
    controlPlane: string,
    secret: object,
    owner: object,
  ): Promise<ResourceOutcome> {
    return this.#write('setSecretOwner', {
      controlPlane,
      sent: { secret, owner },
    });
  }

  async deleteSecret(
    controlPlane: string,
    secret: object,
  ): Promise<ResourceOutcome> {
    return this.#write('deleteSecret', { controlPlane, sent: secret });
  }

  #write(
    method: keyof PlaneResources,
    write: {
      controlPlane: string;
      sent: object;
      dryRun?: boolean;
      failure?: ResourceFailure;
      key?: string;
    },
  ): ResourceOutcome {
    const { controlPlane, sent, dryRun, key } = write;
    this.requests.push({ method, controlPlane, sent, dryRun });
    const failure =
      (dryRun ? this.dryRunFailure : undefined) ??
      this.failures[method] ??
      write.failure;
    if (failure) {
      return fail(failure);
    }
    this.#revision += 1;
    const metadata = 'metadata' in sent ? Object(sent.metadata) : {};
    const object = {
      ...sent,
      metadata: {
        uid: `uid-${this.#revision}`,
        ...metadata,
        resourceVersion: `${this.#revision}`,
      },
    };
    if (key !== undefined && !dryRun) {
      this.#objects.set(key, object);
    }
    return { ok: true, object, warnings: this.warnings };
  }
}

function fail(failure: ResourceFailure): ResourceOutcome {
  return { ok: false, failure };
}

function keyOf({ controlPlane, kind, namespace, name }: PlaneRef): string {
  return JSON.stringify([controlPlane, kind, namespace, name]);
}

function revisionOf(object: object): unknown {
  return 'metadata' in object
    ? Object(object.metadata).resourceVersion
    : undefined;
}
