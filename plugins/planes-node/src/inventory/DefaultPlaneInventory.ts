import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  Plane,
  PlaneRef,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { HttpKubernetesApi, type ListWatchOptions } from '../kube';
import { ControlPlaneFollower } from './ControlPlaneFollower';
import { InventoryStore } from './InventoryStore';
import type {
  InventoryChange,
  InventorySnapshot,
  PlaneInventory,
} from './types';

type Listener = (changes: readonly InventoryChange[]) => void;

export interface DefaultPlaneInventoryOptions {
  readonly controlPlanes: readonly ControlPlaneConfig[];
  readonly logger: LoggerService;
  readonly clock?: () => Date;
  readonly listWatchOptions?: Pick<
    ListWatchOptions<never>,
    'timing' | 'runtime'
  >;
  readonly discoveryIntervalMs?: number;
  readonly answerTimeoutMs?: number;
}

/** The inventory over real Kubernetes APIs. */
export class DefaultPlaneInventory implements PlaneInventory {
  readonly #store = new InventoryStore();
  readonly #listeners = new Set<Listener>();
  readonly #options: DefaultPlaneInventoryOptions;
  readonly #abort = new AbortController();
  #running: readonly { api: HttpKubernetesApi; done: Promise<void> }[] = [];

  static create(options: DefaultPlaneInventoryOptions): DefaultPlaneInventory {
    return new DefaultPlaneInventory(options);
  }

  private constructor(options: DefaultPlaneInventoryOptions) {
    this.#options = options;
  }

  /** Begins to follow every control plane; returns at once. */
  start(): void {
    const { controlPlanes, logger, clock, listWatchOptions } = this.#options;
    this.#running = controlPlanes.map(config => {
      const api = HttpKubernetesApi.create(config.connection, {
        answerTimeoutMs: this.#options.answerTimeoutMs,
      });
      const follower = new ControlPlaneFollower({
        config,
        api,
        discoveryIntervalMs: this.#options.discoveryIntervalMs,
        context: {
          store: this.#store,
          emit: changes => this.#emit(changes),
          logger,
          clock: clock ?? (() => new Date()),
          listWatchOptions,
        },
      });
      return { api, done: follower.run(this.#abort.signal) };
    });
  }

  /** Ends every watch; what is known stays readable. */
  async stop(): Promise<void> {
    this.#abort.abort();
    for (const { api, done } of this.#running) {
      await done;
      api.close();
    }
    this.#listeners.clear();
  }

  snapshot(): InventorySnapshot {
    return this.#store.snapshot();
  }

  get(ref: PlaneRef): Plane | undefined {
    return this.#store.get(ref);
  }

  getByUid(uid: string): Plane | undefined {
    return this.#store.getByUid(uid);
  }

  sourceOf(ref: PlaneRef): SourceStatus | undefined {
    return this.#store.sourceOf(ref);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(changes: readonly InventoryChange[]): void {
    if (changes.length === 0) {
      return;
    }
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        this.#options.logger.error(
          'A listener of the plane inventory failed',
          toError(error),
        );
      }
    }
  }
}
