import { JsonObject } from '../objects/json';
import { resolveClientCa } from './gateway/clientCa';
import { SimulatedGateway } from './gateway/SimulatedGateway';
import { ApiClient } from './kubernetes/ApiClient';
import { openchoreoPath } from './kubernetes/paths';
import { readSecretValue } from './kubernetes/readSecretValue';
import { SimulatedPlaneKind } from './planeKinds';
import { PlaneResource, readPlaneResource } from './planeResource';
import { reconcile } from './reconcile/reconcile';
import { Reconciliation } from './reconcile/types';
import { ReconcileOutcome, ResourceController } from './ResourceController';
import { Timing } from './timing';

const DELETION_GUARD_INTERVAL_MS = 30_000;

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
  readonly #controller: ResourceController;

  constructor(options: PlaneControllerOptions) {
    const { kind, client, timing, onProgress, log } = options;
    this.#options = options;
    this.#controller = new ResourceController({
      kind: kind.kind,
      client,
      path: openchoreoPath({ plural: kind.plural }),
      timing,
      reconcile: object => this.#reconcile(object),
      onProgress,
      log,
    });
  }

  /** True while the resources are listed and each of them is as it should be. */
  get settled(): boolean {
    return this.#controller.settled;
  }

  /** Works until the signal aborts or the kind is no longer served. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#controller.run(signal);
  }

  /** Looks again at the planes of a namespace that are being deleted. */
  recheckDeletions(namespace: string): void {
    for (const object of this.#controller.objects()) {
      const plane = readPlaneResource(this.#options.kind, object);
      if (plane?.deleting && plane.namespace === namespace) {
        this.#controller.recheck(`${namespace}/${plane.name}`);
      }
    }
  }

  async #reconcile(object: JsonObject): Promise<ReconcileOutcome> {
    const plane = readPlaneResource(this.#options.kind, object);
    if (!plane) {
      return {};
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
    switch (result.action) {
      case 'retry':
        throw new Error(result.reason);
      case 'none':
        return { again: this.#nextLook(plane) };
      case 'remove-finalizer':
        gateway.closeConnections(plane);
        return { write: patchFor(plane, result) };
      default:
        return { write: patchFor(plane, result) };
    }
  }

  #nextLook(plane: PlaneResource): number | undefined {
    if (!plane.deleting) {
      return this.#options.nextPollMs();
    }
    return plane.finalizers.includes(plane.kind.finalizer)
      ? DELETION_GUARD_INTERVAL_MS
      : undefined;
  }
}

function patchFor(
  plane: PlaneResource,
  result: Exclude<Reconciliation, { action: 'none' | 'retry' }>,
): { path: string; patch: object } {
  const { kind, namespace, name, resourceVersion, finalizers } = plane;
  const address = { plural: kind.plural, namespace, name };
  switch (result.action) {
    case 'add-finalizer':
      return {
        path: openchoreoPath(address),
        patch: {
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
        patch: {
          metadata: {
            resourceVersion,
            finalizers: finalizers.filter(each => each !== kind.finalizer),
          },
        },
      };
    default:
      return {
        path: openchoreoPath({ ...address, subresource: 'status' }),
        patch: { metadata: { resourceVersion }, status: result.status },
      };
  }
}
