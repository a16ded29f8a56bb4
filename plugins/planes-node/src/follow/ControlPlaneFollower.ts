import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ControlPlaneConfig } from '../config';
import {
  Backoff,
  DEFAULT_TIMING,
  describeError,
  failureClass,
  type KubernetesApi,
  SYSTEM_RUNTIME,
} from '../kube';
import { OutageLog } from '../log';
import { discoverPlurals } from './discoverPlurals';
import { ResourceSource, type ResourceSourceContext } from './ResourceSource';
import type { FollowedKind, FollowedObject } from './types';

const DISCOVERY_INTERVAL_MS = 30_000;
/** Looks that must agree before objects of a kind that vanished from discovery are given up. */
const LOOKS_BEFORE_ABSENT = 2;
/** A part of what can fail, beside each source. */
const DISCOVERY = 'discovery';

export interface ControlPlaneFollowerOptions<T extends FollowedObject, C> {
  readonly config: Pick<ControlPlaneConfig, 'name' | 'namespaces'>;
  readonly api: KubernetesApi;
  readonly kinds: readonly FollowedKind<T['ref']['kind']>[];
  readonly context: ResourceSourceContext<T, C>;
  readonly discoveryIntervalMs?: number;
}

/**
 * Follows some kinds of one control plane: finds out which of them it serves, again and again, and keeps a
 * {@link ResourceSource} running for each.
 */
export class ControlPlaneFollower<T extends FollowedObject, C> {
  readonly #sources: readonly ResourceSource<T, C>[];
  readonly #api: KubernetesApi;
  readonly #context: ResourceSourceContext<T, C>;
  readonly #logger: LoggerService;
  readonly #outages: OutageLog;
  readonly #discoveryIntervalMs: number;
  readonly #missed = new Map<ResourceSource<T, C>, number>();
  #toldAheadMs = 0;

  constructor(options: ControlPlaneFollowerOptions<T, C>) {
    const { config, api, kinds, context } = options;
    this.#api = api;
    this.#context = context;
    this.#logger = context.logger.child({ controlPlane: config.name });
    this.#outages = new OutageLog({
      logger: this.#logger,
      task: `read the ${context.name} of control plane '${config.name}'`,
      clock: context.clock,
    });
    this.#discoveryIntervalMs =
      options.discoveryIntervalMs ?? DISCOVERY_INTERVAL_MS;
    this.#sources = kinds.flatMap(kind =>
      scopes(kind, config.namespaces).map(
        namespace =>
          new ResourceSource(
            {
              api,
              controlPlane: config.name,
              kind,
              namespace,
              outages: this.#outages,
            },
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
        await this.#follow(await discoverPlurals(this.#api, { signal }));
        this.#outages.worked(DISCOVERY);
        this.#tellClock();
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

  #tellClock(): void {
    const { aheadMs = 0 } = this.#api;
    if (aheadMs !== this.#toldAheadMs) {
      this.#toldAheadMs = aheadMs;
      this.#logger.warn(clockSentence(aheadMs));
    }
  }

  async #follow(served: ReadonlySet<string>): Promise<void> {
    for (const source of this.#sources) {
      if (served.has(source.plural)) {
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

  /** Where discovery failed before it ever worked, each kind finds out for itself whether it is served. */
  #followUndiscovered(error: unknown): void {
    this.#outages.failed(describeError(error), {
      part: DISCOVERY,
      reason: failureClass(error),
    });
    for (const source of this.#sources) {
      if (!source.running && !this.#missed.has(source)) {
        source.start();
      }
    }
  }
}

function clockSentence(aheadMs: number): string {
  if (aheadMs === 0) {
    return 'The clock of the control plane agrees with ours again';
  }
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  const direction = aheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of the control plane is ${minutes} min ${direction} ours: times of planes are corrected, those of workflow runs are not. Let both machines take their time from one source`;
}

function scopes(
  { scope }: FollowedKind,
  namespaces: readonly string[] | undefined,
): readonly (string | undefined)[] {
  return scope === 'Namespaced' && namespaces ? namespaces : [undefined];
}
