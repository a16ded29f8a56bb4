import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type AgentLiveness,
  type GatewayStatus,
  parsePlane,
  type ParsePlaneContext,
  type Plane,
  PLANE_KINDS,
  type PlaneRef,
  type SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type ControlPlaneConfig,
  DEFAULT_LIVENESS_INTERVAL_MS,
} from '../config';
import { ControlPlaneFollower } from '../follow/ControlPlaneFollower';
import { Subscribers } from '../follow/Subscribers';
import type { ReadResult } from '../follow/types';
import type { ClusterGateways } from '../gateway/types';
import { HttpKubernetesApi, type ListWatchOptions } from '../kube';
import { LivenessPoller } from '../liveness';
import type { ControlPlaneMetrics } from '../metrics';
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
  /** Those that are asked about agents; none unless given. */
  readonly gateways?: ClusterGateways;
  /** How often they are asked, in milliseconds. */
  readonly livenessIntervalMs?: number;
  readonly clock?: () => Date;
  readonly metrics?: ControlPlaneMetrics;
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
  readonly #subscribers: Subscribers<InventoryChange>;
  readonly #options: DefaultPlaneInventoryOptions;
  readonly #abort = new AbortController();
  readonly #clock: () => Date;
  readonly #pollers = new Map<string, LivenessPoller>();
  readonly #apis: HttpKubernetesApi[] = [];
  #running: Promise<unknown> = Promise.resolve();

  static create(options: DefaultPlaneInventoryOptions): DefaultPlaneInventory {
    return new DefaultPlaneInventory(options);
  }

  private constructor(options: DefaultPlaneInventoryOptions) {
    this.#options = options;
    this.#subscribers = new Subscribers({
      logger: options.logger,
      name: 'plane inventory',
    });
    this.#clock = options.clock ?? (() => new Date());
  }

  /** Begins to follow every control plane; returns at once. */
  start(): void {
    const { signal } = this.#abort;
    this.#running = Promise.all(
      this.#options.controlPlanes.flatMap(config => [
        this.#createFollower(config).run(signal),
        this.#createPoller(config.name)?.run(signal),
      ]),
    );
  }

  /** Ends every watch and poll; what is known stays readable. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
    for (const api of this.#apis) {
      api.close();
    }
    this.#subscribers.clear();
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

  livenessOf(ref: PlaneRef): AgentLiveness | undefined {
    const plane = this.#store.get(ref);
    return plane && this.#pollers.get(ref.controlPlane)?.livenessOf(plane);
  }

  gatewayOf(controlPlane: string): GatewayStatus {
    return this.#store.gatewayOf(controlPlane);
  }

  subscribe(listener: Listener): () => void {
    return this.#subscribers.add(listener);
  }

  #createFollower(
    config: ControlPlaneConfig,
  ): ControlPlaneFollower<Plane, InventoryChange> {
    const { logger, listWatchOptions, discoveryIntervalMs, answerTimeoutMs } =
      this.#options;
    const api = HttpKubernetesApi.create(config.connection, {
      answerTimeoutMs,
    });
    this.#apis.push(api);
    return new ControlPlaneFollower({
      config,
      api,
      kinds: PLANE_KINDS,
      discoveryIntervalMs,
      context: {
        name: 'planes',
        read: readPlane,
        store: this.#store,
        emit: changes => this.#subscribers.emit(changes),
        logger,
        clock: this.#clock,
        metrics: this.#options.metrics,
        listWatchOptions,
      },
    });
  }

  #createPoller(controlPlane: string): LivenessPoller | undefined {
    const { gateways, livenessIntervalMs, logger } = this.#options;
    const gateway = gateways?.get(controlPlane);
    if (!gateway) {
      this.#store.setGateway({ controlPlane, state: 'not-configured' });
      return undefined;
    }
    const poller = new LivenessPoller({
      controlPlane,
      gateway,
      intervalMs: livenessIntervalMs ?? DEFAULT_LIVENESS_INTERVAL_MS,
      store: this.#store,
      emit: changes => this.#subscribers.emit(changes),
      logger,
      clock: this.#clock,
      runtime: this.#options.listWatchOptions?.runtime,
    });
    this.#pollers.set(controlPlane, poller);
    return poller;
  }
}

function readPlane(
  object: unknown,
  origin: ParsePlaneContext,
): ReadResult<Plane> {
  const result = parsePlane(object, origin);
  return result.ok ? { ok: true, item: result.plane } : result;
}
