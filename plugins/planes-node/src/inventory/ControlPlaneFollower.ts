import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  PLANE_KINDS,
  type PlaneKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import {
  Backoff,
  DEFAULT_TIMING,
  describeError,
  type KubernetesApi,
  SYSTEM_RUNTIME,
} from '../kube';
import { discoverPlaneKinds } from './discoverPlaneKinds';
import { PlaneSource, type PlaneSourceContext } from './PlaneSource';

const DISCOVERY_INTERVAL_MS = 30_000;
/** Looks that must agree before planes of a kind that vanished from discovery are given up. */
const LOOKS_BEFORE_ABSENT = 2;

/**
 * Follows the planes of one control plane: finds out which kinds it serves, again and again, and keeps a
 * {@link PlaneSource} running for each.
 */
export class ControlPlaneFollower {
  readonly #sources: readonly PlaneSource[];
  readonly #api: KubernetesApi;
  readonly #context: PlaneSourceContext;
  readonly #logger: LoggerService;
  readonly #discoveryIntervalMs: number;
  readonly #missed = new Map<PlaneSource, number>();

  constructor(options: {
    config: ControlPlaneConfig;
    api: KubernetesApi;
    context: PlaneSourceContext;
    discoveryIntervalMs?: number;
  }) {
    const { config, api, context } = options;
    this.#api = api;
    this.#context = context;
    this.#logger = context.logger.child({ controlPlane: config.name });
    this.#discoveryIntervalMs =
      options.discoveryIntervalMs ?? DISCOVERY_INTERVAL_MS;
    this.#sources = PLANE_KINDS.flatMap(kind =>
      scopes(kind, config).map(
        namespace =>
          new PlaneSource(
            { api, controlPlane: config.name, kind, namespace },
            context,
          ),
      ),
    );
  }

  /** Resolves when the signal has aborted and every watch has ended. */
  async run(signal: AbortSignal): Promise<void> {
    const runtime = this.#context.listWatchOptions?.runtime ?? SYSTEM_RUNTIME;
    const backoff = new Backoff({
      baseMs: DEFAULT_TIMING.retryBaseMs,
      maxMs: DEFAULT_TIMING.retryMaxMs,
      random: runtime.random,
    });
    while (!signal.aborted) {
      let pauseMs = this.#discoveryIntervalMs;
      try {
        await this.#follow(await discoverPlaneKinds(this.#api, { signal }));
        backoff.reset();
      } catch (error) {
        if (!signal.aborted) {
          this.#followUndiscovered(error);
          pauseMs = Math.min(pauseMs, backoff.next());
        }
      }
      await runtime.sleep(pauseMs, signal).catch(() => undefined);
    }
    await Promise.all(this.#sources.map(source => source.stop()));
  }

  async #follow(served: ReadonlySet<PlaneKindInfo>): Promise<void> {
    for (const source of this.#sources) {
      if (served.has(source.kind)) {
        this.#missed.delete(source);
        source.start();
      } else {
        const missed = (this.#missed.get(source) ?? 0) + 1;
        this.#missed.set(source, missed);
        // An API server that is starting up, or a CRD being replaced, lacks resources for a moment.
        if (!source.populated || missed >= LOOKS_BEFORE_ABSENT) {
          await source.markAbsent();
        }
      }
    }
  }

  /** Discovery failed before it ever worked: each kind finds out for itself whether it is served. */
  #followUndiscovered(error: unknown): void {
    const undiscovered = this.#sources.filter(
      source => !source.running && !this.#missed.has(source),
    );
    if (undiscovered.length > 0) {
      this.#logger.warn(
        `Cannot discover which planes are served: ${describeError(error)}`,
      );
    }
    for (const source of undiscovered) {
      source.start();
    }
  }
}

function scopes(
  kind: PlaneKindInfo,
  config: ControlPlaneConfig,
): readonly (string | undefined)[] {
  return kind.scope === 'Namespaced' && config.namespaces
    ? config.namespaces
    : [undefined];
}
