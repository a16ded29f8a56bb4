import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AgentLiveness,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { tunnelAddress } from '../gateway/tunnelAddress';
import type {
  ClusterGateway,
  GatewayFailure,
  GatewayOutcome,
} from '../gateway/types';
import { networkFailure } from '../gateway/networkFailure';
import { withDeadline } from '../gateway/withDeadline';
import type { InventoryStore } from '../inventory/InventoryStore';
import type { InventoryChange } from '../inventory/types';
import { Backoff, type ListWatchRuntime, SYSTEM_RUNTIME } from '../kube';
import { OutageLog } from '../log';
import { AgentBook } from './AgentBook';

/** How long the gateway may take: it answers from memory. */
const ANSWER_TIMEOUT_MS = 10_000;
/** The longest pause while the gateway fails, and the pause while it refuses us. */
const LONG_PAUSE_MS = 30_000;
/** Each pause is up to this part longer or shorter, so that several portals don't ask all at once. */
const JITTER = 0.1;
/** Resources to ask about after each poll. */
const AUTHORISATIONS_PER_POLL = 4;
/** Failures that last until somebody changes the portal's configuration or the gateway's. */
const REFUSALS: ReadonlySet<GatewayFailure['reason']> = new Set([
  'tls',
  'credentials-unreadable',
  'refused',
] as const);

export interface LivenessPollerOptions {
  readonly controlPlane: string;
  readonly gateway: ClusterGateway;
  readonly intervalMs: number;
  readonly store: InventoryStore;
  readonly emit: (changes: readonly InventoryChange[]) => void;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  readonly runtime?: ListWatchRuntime;
}

/** Asks the gateway of one control plane every few seconds which agents are connected. */
export class LivenessPoller {
  readonly #options: LivenessPollerOptions;
  readonly #logger: LoggerService;
  readonly #outages: OutageLog;
  readonly #runtime: ListWatchRuntime;
  readonly #backoff: Backoff;
  readonly #book = new AgentBook();
  #asOf: string | undefined;

  constructor(options: LivenessPollerOptions) {
    const { controlPlane, store, logger, clock, intervalMs } = options;
    this.#options = options;
    this.#logger = logger.child({ controlPlane });
    this.#outages = new OutageLog({
      logger: this.#logger,
      task: `ask the cluster gateway of control plane '${controlPlane}' which agents are connected`,
      clock,
    });
    this.#runtime = options.runtime ?? SYSTEM_RUNTIME;
    this.#backoff = new Backoff({
      baseMs: intervalMs,
      maxMs: Math.max(intervalMs, LONG_PAUSE_MS),
      random: this.#runtime.random,
    });
    store.setGateway({
      controlPlane,
      state: 'pending',
      since: clock().toISOString(),
    });
  }

  livenessOf(plane: Plane): AgentLiveness | undefined {
    return this.#book.livenessOf(plane);
  }

  /** Resolves when the signal has aborted and the last request has ended. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pauseMs = await this.#poll(signal);
      await this.#runtime.sleep(pauseMs, signal).catch(() => undefined);
    }
  }

  /** @returns how long to wait before the next one, in milliseconds */
  async #poll(signal: AbortSignal): Promise<number> {
    const { gateway, intervalMs } = this.#options;
    const outcome = await this.#ask(signal, options =>
      gateway.listPlanes(options),
    );
    if (signal.aborted) {
      return 0;
    }
    if (!outcome.ok) {
      return this.#fail(outcome.failure);
    }
    const now = this.#options.clock().toISOString();
    this.#backoff.reset();
    if (this.#asOf === undefined) {
      this.#logger.info('The cluster gateway tells which agents are connected');
    }
    this.#outages.worked();
    this.#asOf = now;
    const gatewayChanges = this.#setGateway({ state: 'live' }, now);
    const planes = this.#planes();
    this.#emit([
      ...gatewayChanges,
      ...this.#book.accept(outcome.value, now, planes),
    ]);
    await this.#authorise(planes, signal);
    return this.#jittered(intervalMs);
  }

  #fail(failure: GatewayFailure): number {
    const refused = REFUSALS.has(failure.reason);
    const gatewayChanges = this.#setGateway(
      {
        state: refused ? 'refused' : 'unreachable',
        error: failure.message,
      },
      this.#options.clock().toISOString(),
    );
    this.#outages.failed(
      `${failure.message} Planes are judged by their resources meanwhile, which are up to a minute behind`,
      { reason: failure.reason },
    );
    this.#emit([...gatewayChanges, ...this.#book.lose(this.#planes())]);
    return refused
      ? this.#jittered(Math.max(this.#options.intervalMs, LONG_PAUSE_MS))
      : this.#backoff.next();
  }

  /** Asks about a few resources, one after the other. */
  async #authorise(
    planes: readonly Plane[],
    signal: AbortSignal,
  ): Promise<void> {
    const { gateway, store } = this.#options;
    this.#book.retain(uid => store.getByUid(uid) !== undefined);
    const candidates = this.#book.nextToAuthorise(
      planes,
      this.#runtime.now(),
      AUTHORISATIONS_PER_POLL,
    );
    for (const asked of candidates) {
      const outcome = await this.#ask(signal, options =>
        gateway.getResource(tunnelAddress(asked.plane), options),
      );
      if (signal.aborted) {
        return;
      }
      const plane = store.getByUid(asked.plane.uid);
      if (plane) {
        const authorised = outcome.ok ? outcome.value.connected : undefined;
        const now = this.#runtime.now();
        this.#emit(this.#book.authorise(asked, authorised, now, plane));
      }
      if (!outcome.ok) {
        // The next poll finds out what is wrong.
        return;
      }
    }
  }

  async #ask<T>(
    signal: AbortSignal,
    request: (options: { signal: AbortSignal }) => Promise<GatewayOutcome<T>>,
  ): Promise<GatewayOutcome<T>> {
    const { sleep } = this.#runtime;
    try {
      return await withDeadline(
        { signal, timeoutMs: ANSWER_TIMEOUT_MS, sleep },
        deadline => request({ signal: deadline }),
      );
    } catch (error) {
      return { ok: false, failure: networkFailure(error), durationMs: 0 };
    }
  }

  #planes(): readonly Plane[] {
    const { controlPlane, store } = this.#options;
    return store
      .snapshot()
      .planes.filter(plane => plane.ref.controlPlane === controlPlane);
  }

  #setGateway(
    status: { state: 'live' | 'unreachable' | 'refused'; error?: string },
    now: string,
  ): InventoryChange[] {
    const { controlPlane, store } = this.#options;
    return store.setGateway({
      controlPlane,
      since: now,
      ...(this.#asOf !== undefined && { asOf: this.#asOf }),
      ...status,
    });
  }

  #emit(changes: readonly InventoryChange[]): void {
    if (changes.some(change => change.type === 'agent')) {
      this.#options.store.agentsChanged();
    }
    this.#options.emit(changes);
  }

  #jittered(ms: number): number {
    return ms * (1 - JITTER + 2 * JITTER * this.#runtime.random());
  }
}
