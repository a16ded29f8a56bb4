import type {
  ControlPlaneObjects,
  ObjectContent,
  ObjectRef,
  ResourceFailure,
  ResourceOutcome,
  ResourceWriteOptions,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/** One request to {@link TestControlPlaneObjects}. @public */
export type TestObjectRequest =
  | { readonly method: 'get'; readonly ref: ObjectRef }
  | {
      readonly method: 'create';
      readonly ref: ObjectRef;
      readonly content: ObjectContent;
      readonly dryRun: boolean;
    };

/**
 * Objects of control planes in memory, that answer as a test says.
 *
 * @public
 */
export class TestControlPlaneObjects implements ControlPlaneObjects {
  /** Requests of a method fail with it while it is set. */
  failures: { [M in keyof ControlPlaneObjects]?: ResourceFailure } = {};
  /** Called with every object that is created. */
  onCreate: ((ref: ObjectRef, object: object) => void) | undefined;
  readonly requests: TestObjectRequest[] = [];
  readonly #objects = new Map<string, object>();
  #created = 0;

  /** Puts an object where a request finds it; it is given back as it is. */
  put(ref: ObjectRef, object: object): void {
    this.#objects.set(keyOf(ref), object);
  }

  remove(ref: ObjectRef): void {
    this.#objects.delete(keyOf(ref));
  }

  async get(ref: ObjectRef): Promise<ResourceOutcome> {
    this.requests.push({ method: 'get', ref });
    const object = this.#objects.get(keyOf(ref));
    if (this.failures.get || !object) {
      return fail(
        this.failures.get ?? failure('not-found', 404, 'It is not there'),
      );
    }
    return { ok: true, object, warnings: [] };
  }

  async create(
    ref: ObjectRef,
    content: ObjectContent,
    { dryRun = false }: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    this.requests.push({ method: 'create', ref, content, dryRun });
    if (this.failures.create) {
      return fail(this.failures.create);
    }
    if (this.#objects.has(keyOf(ref))) {
      return fail(failure('already-exists', 409, 'It already exists'));
    }
    const { kind, namespace, name } = ref;
    const { labels, annotations, spec } = content;
    const uid = `created-${++this.#created}`;
    const metadata = { namespace, name, uid, labels, annotations };
    const object = { kind, metadata, spec };
    if (!dryRun) {
      this.put(ref, object);
      this.onCreate?.(ref, object);
    }
    return { ok: true, object, warnings: [] };
  }
}

function failure(
  reason: ResourceFailure['reason'],
  status: number,
  message: string,
): ResourceFailure {
  return { reason, status, message, causes: [] };
}

function fail(cause: ResourceFailure): ResourceOutcome {
  return { ok: false, failure: cause };
}

function keyOf({ controlPlane, plural, namespace, name }: ObjectRef): string {
  return JSON.stringify([controlPlane, plural, namespace, name]);
}
