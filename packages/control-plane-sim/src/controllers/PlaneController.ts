import { objectAt } from '../objects/json';
import { textAt } from './fields';
import { resolveClientCa } from './gateway/clientCa';
import { SimulatedGateway } from './gateway/SimulatedGateway';
import { ApiClient } from './kubernetes/ApiClient';
import { ApiError } from './kubernetes/ApiError';
import { ObjectCache } from './kubernetes/ObjectCache';
import { openchoreoPath } from './kubernetes/paths';
import { readSecretValue } from './kubernetes/readSecretValue';
import { SimulatedPlaneKind } from './planeKinds';
import { PlaneResource, readPlaneResource } from './planeResource';
import { reconcile } from './reconcile/reconcile';
import { Reconciliation } from './reconcile/types';
import { Timing } from './timing';
import { WorkQueue } from './WorkQueue';

const CONCURRENCY = 4;
const DELETION_GUARD_INTERVAL_MS = 30_000;
const CONFLICT_PAUSE_MS = 1_000;

/** What a {@link PlaneController} works with. */
export interface PlaneControllerOptions {
  readonly kind: SimulatedPlaneKind;
  readonly client: ApiClient;
  readonly gateway: SimulatedGateway;
  readonly timing: Timing;
  /** After how many milliseconds the gateway is asked about a plane again. */
  readonly nextPollMs: () => number;
  /** How many environments use a data plane. */
  readonly countEnvironments: (plane: PlaneResource) => Promise<number>;
  /** Called whenever something happened that may have settled the controller. */
  readonly onProgress: () => void;
  readonly log: (message: string) => void;
}

/** The controller of one plane kind: watches its resources and reconciles each of them. */
export class PlaneController {
  readonly #options: PlaneControllerOptions;
  readonly #cache: ObjectCache;
  readonly #queue: WorkQueue;
  /** Planes that were written to, and whose change the watch has not brought yet. */
  readonly #awaiting = new Set<string>();
  readonly #lastFailure = new Map<string, string>();

  constructor(options: PlaneControllerOptions) {
    this.#options = options;
    this.#queue = new WorkQueue({
      timing: options.timing,
      concurrency: CONCURRENCY,
      work: key => this.#work(key),
      onIdle: options.onProgress,
      onFailure: (key, error) => this.#reportFailure(key, error),
    });
    this.#cache = new ObjectCache({
      client: options.client,
      path: openchoreoPath({ plural: options.kind.plural }),
      onChange: key => {
        this.#awaiting.delete(key);
        this.#queue.add(key);
        options.onProgress();
      },
      onSynced: options.onProgress,
    });
  }

  /** True while the resources are listed and each of them is as it should be. */
  get settled(): boolean {
    return this.#cache.synced && this.#queue.idle && this.#awaiting.size === 0;
  }

  /** Works until the signal aborts or the kind is no longer served. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#cache.run(signal);
    await this.#queue.stop();
  }

  /** Looks again at the planes of a namespace that are being deleted. */
  recheckDeletions(namespace: string): void {
    for (const object of this.#cache.values()) {
      const plane = readPlaneResource(this.#options.kind, object);
      if (plane?.deleting && plane.namespace === namespace) {
        this.#queue.add(`${namespace}/${plane.name}`);
      }
    }
  }

  async #work(key: string): Promise<number | undefined> {
    const object = this.#cache.get(key);
    const plane = object && readPlaneResource(this.#options.kind, object);
    if (!plane || this.#awaiting.has(key)) {
      return undefined;
    }
    const { client, gateway, timing, countEnvironments } = this.#options;
    const ca = await resolveClientCa(plane, secret =>
      readSecretValue(client, secret),
    );
    const result = reconcile(plane, {
      gateway: gateway.view(plane, ca),
      environments: plane.deleting ? await countEnvironments(plane) : 0,
      now: timing.now(),
    });
    if (result.action === 'retry') {
      throw new Error(result.reason);
    }
    this.#lastFailure.delete(key);
    if (result.action === 'none') {
      return this.#nextLook(plane);
    }
    return this.#write(key, plane, result);
  }

  #nextLook(plane: PlaneResource): number | undefined {
    if (!plane.deleting) {
      return this.#options.nextPollMs();
    }
    return plane.finalizers.includes(plane.kind.finalizer)
      ? DELETION_GUARD_INTERVAL_MS
      : undefined;
  }

  async #write(
    key: string,
    plane: PlaneResource,
    result: Exclude<Reconciliation, { action: 'none' | 'retry' }>,
  ): Promise<number | undefined> {
    if (result.action === 'remove-finalizer') {
      this.#options.gateway.closeConnections(plane);
    }
    const { path, body } = patchFor(plane, result);
    // Set before the call, because the watch may be faster than the answer.
    this.#awaiting.add(key);
    try {
      const written = await this.#options.client.patch(path, body);
      if (
        textAt(objectAt(written, 'metadata'), 'resourceVersion') ===
        plane.resourceVersion
      ) {
        this.#awaiting.delete(key);
      }
      return undefined;
    } catch (error) {
      this.#awaiting.delete(key);
      if (ApiError.hasStatus(error, 404)) {
        return undefined;
      }
      if (ApiError.hasStatus(error, 409)) {
        return CONFLICT_PAUSE_MS;
      }
      throw error;
    }
  }

  /** Says each failure once, not at every attempt. */
  #reportFailure(key: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.#lastFailure.get(key) !== message) {
      this.#lastFailure.set(key, message);
      this.#options.log(`${this.#options.kind.kind} ${key}: ${message}`);
    }
  }
}

function patchFor(
  plane: PlaneResource,
  result: Exclude<Reconciliation, { action: 'none' | 'retry' }>,
): { path: string; body: object } {
  const { kind, namespace, name, resourceVersion, finalizers } = plane;
  const address = { plural: kind.plural, namespace, name };
  switch (result.action) {
    case 'add-finalizer':
      return {
        path: openchoreoPath(address),
        body: {
          metadata: {
            resourceVersion,
            finalizers: [...finalizers, kind.finalizer],
          },
          ...(kind.writesGateway &&
            plane.hasSpec &&
            !plane.hasGateway && { spec: { gateway: {} } }),
        },
      };
    case 'remove-finalizer':
      return {
        path: openchoreoPath(address),
        body: {
          metadata: {
            resourceVersion,
            finalizers: finalizers.filter(each => each !== kind.finalizer),
          },
        },
      };
    default:
      return {
        path: openchoreoPath({ ...address, subresource: 'status' }),
        body: { metadata: { resourceVersion }, status: result.status },
      };
  }
}
