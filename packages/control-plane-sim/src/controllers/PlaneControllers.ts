import { EventEmitter, once } from 'node:events';
import { countEnvironmentsUsing } from './environments';
import { SimulatedGateway } from './gateway/SimulatedGateway';
import { ApiClient } from './kubernetes/ApiClient';
import { ApiConnection } from './kubernetes/HttpsConnection';
import { servedPlurals } from './kubernetes/discovery';
import { ObjectCache } from './kubernetes/ObjectCache';
import { openchoreoPath } from './kubernetes/paths';
import { PlaneController } from './PlaneController';
import { SIMULATED_PLANE_KINDS, SimulatedPlaneKind } from './planeKinds';
import { PlaneResource } from './planeResource';
import { Timing, systemTiming } from './timing';

const POLL_INTERVAL_MS = 60_000;
const DISCOVERY_INTERVAL_MS = 5_000;
const ENVIRONMENTS = 'environments';

/** How {@link PlaneControllers} are started. @public */
export interface PlaneControllersOptions {
  /** The Kubernetes API; the simulator's or a real one. */
  readonly api: ApiConnection;
  /** The agents that the controllers report. */
  readonly gateway: SimulatedGateway;
  /** The kinds to control; every plane kind that is served unless given. */
  readonly kinds?: readonly string[];
  /** How often each plane's agents are looked at, in milliseconds; a minute unless given. */
  readonly pollIntervalMs?: number;
  /**
   * Each look comes after half of that time up to the whole, at random, so that planes by the dozen are not
   * all written in one moment. False unless given.
   */
  readonly spreadPolls?: boolean;
  readonly timing?: Timing;
  /** Receives a sentence for what a person may want to know. */
  readonly log?: (message: string) => void;
}

/** What watches one plural. */
interface Watcher {
  readonly settled: boolean;
  run(signal: AbortSignal): Promise<void>;
}

/**
 * The controllers of every plane kind, as clients of a Kubernetes API: they add finalizers, write
 * conditions and agent connections, and guard deletions as OpenChoreo's controller manager does.
 *
 * @public
 */
export class PlaneControllers {
  readonly #options: PlaneControllersOptions;
  readonly #timing: Timing;
  readonly #client: ApiClient;
  readonly #watchers = new Map<string, Watcher>();
  readonly #runs = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #progress = new EventEmitter().setMaxListeners(0);
  #environments?: ObjectCache;
  #discovered = false;
  #discoveryFailure?: string;
  #cancelDiscovery: () => void = () => {};

  private constructor(options: PlaneControllersOptions) {
    this.#options = options;
    this.#timing = options.timing ?? systemTiming;
    this.#client = new ApiClient(options.api);
  }

  /** Starts the controllers, and resolves when they have seen every plane and done what there was to do. */
  static async start(
    options: PlaneControllersOptions,
  ): Promise<PlaneControllers> {
    const controllers = new PlaneControllers(options);
    controllers.#track(controllers.#discover());
    await controllers.settled();
    return controllers;
  }

  /** Resolves when every change that the controllers know of is dealt with. */
  async settled(): Promise<void> {
    while (!this.#isSettled() && !this.#stopping.signal.aborted) {
      await once(this.#progress, 'progress');
    }
  }

  /** Stops every watch and timer, and lets what is being written finish. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancelDiscovery();
    this.#reportProgress();
    await Promise.all(this.#runs);
    this.#client.close();
  }

  #isSettled(): boolean {
    return (
      this.#discovered &&
      [...this.#watchers.values()].every(watcher => watcher.settled)
    );
  }

  /** Starts a watcher for each plural that is newly served, again and again. */
  async #discover(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for (const plural of await servedPlurals(this.#client, signal)) {
        this.#watch(plural);
      }
      this.#discovered = true;
      this.#discoveryFailure = undefined;
      this.#reportProgress();
    } catch (error) {
      this.#reportDiscoveryFailure(error);
    }
    if (!signal.aborted) {
      this.#cancelDiscovery = this.#timing.after(DISCOVERY_INTERVAL_MS, () =>
        this.#track(this.#discover()),
      );
    }
  }

  /** Says a failure once, not every few seconds. */
  #reportDiscoveryFailure(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.#discoveryFailure && !this.#stopping.signal.aborted) {
      this.#discoveryFailure = message;
      this.#log(`Discovery failed: ${message}`);
    }
  }

  #watch(plural: string): void {
    const watcher = this.#watchers.has(plural)
      ? undefined
      : this.#createWatcher(plural);
    if (!watcher) {
      return;
    }
    this.#watchers.set(plural, watcher);
    this.#track(
      watcher.run(this.#stopping.signal).finally(() => {
        this.#watchers.delete(plural);
        this.#reportProgress();
      }),
    );
  }

  #createWatcher(plural: string): Watcher | undefined {
    if (plural === ENVIRONMENTS) {
      return this.#createEnvironments();
    }
    const { kinds } = this.#options;
    const kind = SIMULATED_PLANE_KINDS.find(each => each.plural === plural);
    return kind && (!kinds || kinds.includes(kind.kind))
      ? this.#createController(kind)
      : undefined;
  }

  #createController(kind: SimulatedPlaneKind): PlaneController {
    const {
      gateway,
      pollIntervalMs = POLL_INTERVAL_MS,
      spreadPolls = false,
    } = this.#options;
    return new PlaneController({
      kind,
      client: this.#client,
      gateway,
      timing: this.#timing,
      nextPollMs: () =>
        spreadPolls
          ? pollIntervalMs * (0.5 + Math.random() / 2)
          : pollIntervalMs,
      countEnvironments: plane => this.#countEnvironments(plane),
      onProgress: () => this.#reportProgress(),
      log: message => this.#log(message),
    });
  }

  #createEnvironments(): Watcher {
    const cache = new ObjectCache({
      client: this.#client,
      path: openchoreoPath({ plural: ENVIRONMENTS }),
      onChange: key => this.#recheckDeletions(key.split('/')[0]),
      onSynced: () => this.#reportProgress(),
    });
    this.#environments = cache;
    return {
      get settled() {
        return cache.synced;
      },
      run: signal => cache.run(signal),
    };
  }

  async #countEnvironments(plane: PlaneResource): Promise<number> {
    const cache = this.#environments;
    if (!plane.kind.guardedByEnvironments || !cache) {
      return 0;
    }
    await cache.whenSynced();
    return countEnvironmentsUsing(plane, cache.values());
  }

  #recheckDeletions(namespace: string): void {
    for (const watcher of this.#watchers.values()) {
      if (watcher instanceof PlaneController) {
        watcher.recheckDeletions(namespace);
      }
    }
    this.#reportProgress();
  }

  #track(run: Promise<void>): void {
    this.#runs.add(run);
    run.finally(() => this.#runs.delete(run));
  }

  #reportProgress(): void {
    this.#progress.emit('progress');
  }

  #log(message: string): void {
    this.#options.log?.(message);
  }
}
