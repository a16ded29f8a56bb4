import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ControlPlaneConfig } from '../config';
import type { KubernetesApi, ListWatchOptions } from '../kube';
import type { ControlPlaneMetrics } from '../metrics';
import { ControlPlaneFollower } from './ControlPlaneFollower';
import { ResourceStore } from './ResourceStore';
import { Subscribers } from './Subscribers';
import type {
  FollowedChange,
  FollowedObject,
  FollowedSnapshot,
  FollowedSource,
  FollowOptions,
  ResourceFollower,
} from './types';

/** A control plane, and how it is reached. */
export interface FollowedControlPlane {
  readonly config: Pick<ControlPlaneConfig, 'name' | 'namespaces'>;
  readonly api: KubernetesApi;
}

/** What following needs besides what is to be followed. */
export interface FollowerContext {
  readonly controlPlanes: readonly FollowedControlPlane[];
  readonly logger: LoggerService;
  readonly clock?: () => Date;
  readonly metrics?: ControlPlaneMetrics;
  readonly listWatchOptions?: Pick<
    ListWatchOptions<never>,
    'timing' | 'runtime'
  >;
  readonly discoveryIntervalMs?: number;
}

/** A follower over real Kubernetes APIs. */
export class DefaultResourceFollower<T extends FollowedObject>
  implements ResourceFollower<T>
{
  readonly #store: ResourceStore<T>;
  readonly #subscribers: Subscribers<FollowedChange<T>>;
  readonly #followers: readonly ControlPlaneFollower<T, FollowedChange<T>>[];
  readonly #abort = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: FollowOptions<T>, context: FollowerContext) {
    const { name, kinds } = options;
    const { controlPlanes, clock = () => new Date() } = context;
    const logger = context.logger.child({ following: name });
    const store = new ResourceStore<T>(options);
    const subscribers = new Subscribers<FollowedChange<T>>({ logger, name });
    this.#store = store;
    this.#subscribers = subscribers;
    this.#followers = controlPlanes.map(
      ({ config, api }) =>
        new ControlPlaneFollower({
          config,
          api,
          kinds,
          discoveryIntervalMs: context.discoveryIntervalMs,
          context: {
            name,
            read: (object, origin) => options.read(object, origin),
            store,
            emit: changes => subscribers.emit(changes),
            logger,
            clock,
            metrics: context.metrics,
            listWatchOptions: context.listWatchOptions,
          },
        }),
    );
  }

  /** Begins to follow every control plane; returns at once. */
  start(): void {
    const { signal } = this.#abort;
    this.#running = Promise.all(
      this.#followers.map(follower => follower.run(signal)),
    );
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
    this.#subscribers.clear();
  }

  snapshot(): FollowedSnapshot<T> {
    return this.#store.snapshot();
  }

  get(ref: T['ref']): T | undefined {
    return this.#store.get(ref);
  }

  getByUid(uid: string): T | undefined {
    return this.#store.getByUid(uid);
  }

  sourceOf(ref: T['ref']): FollowedSource<T['ref']['kind']> | undefined {
    return this.#store.sourceOf(ref);
  }

  subscribe(
    listener: (changes: readonly FollowedChange<T>[]) => void,
  ): () => void {
    return this.#subscribers.add(listener);
  }
}
