import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  describeError,
  failureClass,
  isForbidden,
  isNotServed,
  type KubernetesApi,
  listWatch,
  type ListWatchHandler,
  type ListWatchOptions,
} from '../kube';
import type { OutageLog } from '../log';
import type { ControlPlaneMetrics } from '../metrics';
import { API_PATH } from './discoverPlurals';
import type { SourceId, SourceStore } from './SourceStore';
import type {
  FollowedKind,
  FollowedObject,
  FollowOptions,
  ReadResult,
} from './types';

/** Different malformed objects that are logged; a warning each, and not for ever. */
const MAX_MALFORMED_LOGGED = 20;

/** What the sources of one follower share. */
export interface ResourceSourceContext<T extends FollowedObject, C>
  extends Pick<FollowOptions<T>, 'name' | 'read'> {
  readonly store: SourceStore<T, C>;
  readonly emit: (changes: readonly C[]) => void;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  readonly metrics?: ControlPlaneMetrics;
  readonly listWatchOptions?: Pick<
    ListWatchOptions<never>,
    'timing' | 'runtime'
  >;
}

export interface ResourceSourceOptions<T extends FollowedObject> {
  readonly api: KubernetesApi;
  readonly controlPlane: string;
  readonly kind: FollowedKind<T['ref']['kind']>;
  readonly namespace?: string;
  /** Shared by the sources of a control plane, so that its outage is told once. */
  readonly outages: OutageLog;
}

/** Follows one plural of one control plane, and writes what it learns to the store. */
export class ResourceSource<T extends FollowedObject, C> {
  readonly id: SourceId;
  readonly plural: string;
  readonly #options: ResourceSourceOptions<T>;
  readonly #context: ResourceSourceContext<T, C>;
  readonly #logger: LoggerService;
  readonly #malformed = new Set<string>();
  #lastContact: Date;
  #hasListed = false;
  #running: { abort: AbortController; done: Promise<void> } | undefined;
  #endMeasuring: (() => void) | undefined;

  constructor(
    options: ResourceSourceOptions<T>,
    context: ResourceSourceContext<T, C>,
  ) {
    const { controlPlane, namespace } = options;
    const { kind, plural } = options.kind;
    this.id = [controlPlane, plural, namespace ?? ''].join('/');
    this.plural = plural;
    this.#options = options;
    this.#context = context;
    this.#logger = context.logger.child({
      controlPlane,
      resource: plural,
      ...(namespace && { namespace }),
    });
    this.#lastContact = context.clock();
    context.store.addSource(this.id, {
      controlPlane,
      kind,
      plural,
      ...(namespace && { namespace }),
      state: 'syncing',
      since: this.#lastContact.toISOString(),
    });
  }

  get running(): boolean {
    return this.#running !== undefined;
  }

  /** Whether objects of this source are known. */
  get populated(): boolean {
    return this.#context.store.status(this.id).lastSyncedAt !== undefined;
  }

  /** Follows the plural until {@link ResourceSource.stop}. */
  start(): void {
    if (this.#running) {
      return;
    }
    const abort = new AbortController();
    const { namespace, api } = this.#options;
    const scope = namespace ? `/namespaces/${namespace}` : '';
    const done = listWatch({
      ...this.#context.listWatchOptions,
      api,
      path: `${API_PATH}${scope}/${this.plural}`,
      handler: this.#handler(),
      signal: abort.signal,
    });
    this.#running = { abort, done };
    this.#endMeasuring = this.#context.metrics?.measure({
      controlPlane: this.#options.controlPlane,
      plural: this.plural,
      ageMs: () =>
        this.#context.clock().getTime() - this.#lastContact.getTime(),
    });
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#endMeasuring?.();
    this.#endMeasuring = undefined;
    running?.abort.abort();
    await running?.done;
  }

  /** The control plane confirms that it does not serve the plural: there are no objects of it any more. */
  async markAbsent(): Promise<void> {
    await this.stop();
    this.#options.outages.worked(this.id);
    const { store, emit, clock } = this.#context;
    emit([
      ...store.replace(this.id, []),
      ...store.setState(this.id, {
        state: 'absent',
        since: clock().toISOString(),
      }),
    ]);
  }

  /** An attempt to read the source failed; its objects stay. */
  fail(error: unknown): void {
    const state = this.#stateAfter(error);
    const message = describeError(error);
    const changes = this.#context.store.setState(this.id, {
      state,
      // Unverified since the API server last answered, not since we noticed.
      since: (this.populated
        ? this.#lastContact
        : this.#context.clock()
      ).toISOString(),
      ...(state !== 'absent' && { error: message }),
    });
    if (state === 'absent') {
      this.#options.outages.worked(this.id);
    } else {
      this.#tellOutage(error, message);
    }
    this.#context.emit(changes);
  }

  #tellOutage(error: unknown, message: string): void {
    const kind = failureClass(error);
    this.#options.outages.failed(`${message}; what is known is kept`, {
      part: this.id,
      // Each resource lacks a right of its own; whatever else is wrong, is wrong with the control plane.
      reason: kind === 'forbidden' ? `${kind}/${this.plural}` : kind,
    });
  }

  #stateAfter(error: unknown) {
    if (isForbidden(error)) {
      return 'forbidden';
    }
    if (isNotServed(error) && !this.populated) {
      return 'absent';
    }
    return this.populated ? 'stale' : 'syncing';
  }

  #handler(): ListWatchHandler<ReadResult<T>> {
    const { api, controlPlane } = this.#options;
    return {
      read: object => {
        const { aheadMs } = api;
        return this.#context.read(object, { controlPlane, aheadMs });
      },
      onList: results => this.#onList(results),
      onEvent: (type, result) => this.#onEvent(type, result),
      onContact: () => this.#onContact(),
      onFailure: error => this.fail(error),
      onEnd: error => this.#onEnd(error),
    };
  }

  #onList(results: readonly ReadResult<T>[]): void {
    const { store, emit, clock } = this.#context;
    const items = results.flatMap(result => this.#accept(result));
    this.#lastContact = clock();
    const syncedAt = this.#lastContact.toISOString();
    emit([
      ...store.replace(this.id, items),
      ...store.setState(this.id, {
        state: 'live',
        since: syncedAt,
        lastSyncedAt: syncedAt,
      }),
    ]);
    this.#options.outages.worked(this.id);
    if (!this.#hasListed) {
      this.#hasListed = true;
      this.#logger.info(
        `Listed ${this.plural} of control plane '${
          this.#options.controlPlane
        }': ${items.length}`,
      );
    }
  }

  #onEnd(error: unknown): void {
    const { controlPlane } = this.#options;
    const { plural } = this;
    this.#context.metrics?.watchEnded(
      { controlPlane, plural },
      error === undefined ? 'ended' : failureClass(error),
    );
  }

  #onEvent(
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    result: ReadResult<T>,
  ): void {
    const { store, emit } = this.#context;
    for (const item of this.#accept(result)) {
      emit(
        type === 'DELETED'
          ? store.remove(this.id, item.ref)
          : store.put(this.id, item),
      );
    }
  }

  #onContact(): void {
    this.#lastContact = this.#context.clock();
    if (this.populated) {
      const since = this.#lastContact.toISOString();
      const changes = this.#context.store.setState(this.id, {
        state: 'live',
        since,
      });
      this.#options.outages.worked(this.id);
      this.#context.emit(changes);
    }
  }

  #accept(result: ReadResult<T>): T[] {
    if (result.ok) {
      return [result.item];
    }
    const problem = JSON.stringify(result.error);
    if (
      !this.#malformed.has(problem) &&
      this.#malformed.size < MAX_MALFORMED_LOGGED
    ) {
      this.#malformed.add(problem);
      this.#logger.warn(
        `Skipped an object that cannot be read among the ${this.#context.name}${
          this.#malformed.size === MAX_MALFORMED_LOGGED
            ? ' (further ones are not logged)'
            : ''
        }`,
        { ...result.error },
      );
    }
    return [];
  }
}
