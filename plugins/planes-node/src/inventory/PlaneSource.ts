import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  parsePlane,
  type PlaneKindInfo,
  type PlaneParseResult,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  describeError,
  isForbidden,
  isNotServed,
  type KubernetesApi,
  listWatch,
  type ListWatchHandler,
  type ListWatchOptions,
} from '../kube';
import { PLANE_API_PATH } from './discoverPlaneKinds';
import type { InventoryStore, SourceId } from './InventoryStore';
import type { InventoryChange } from './types';

/** Different malformed objects that are logged; a warning each, and not for ever. */
const MAX_MALFORMED_LOGGED = 100;

/** What the sources of an inventory share. */
export interface PlaneSourceContext {
  readonly store: InventoryStore;
  readonly emit: (changes: readonly InventoryChange[]) => void;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  readonly listWatchOptions?: Pick<
    ListWatchOptions<never>,
    'timing' | 'runtime'
  >;
}

export interface PlaneSourceOptions {
  readonly api: KubernetesApi;
  readonly controlPlane: string;
  readonly kind: PlaneKindInfo;
  readonly namespace?: string;
}

/** Follows one plural of one control plane, and writes what it learns to the store. */
export class PlaneSource {
  readonly id: SourceId;
  readonly kind: PlaneKindInfo;
  readonly #options: PlaneSourceOptions;
  readonly #context: PlaneSourceContext;
  readonly #logger: LoggerService;
  readonly #malformed = new Set<string>();
  #lastContact: Date;
  #running: { abort: AbortController; done: Promise<void> } | undefined;

  constructor(options: PlaneSourceOptions, context: PlaneSourceContext) {
    const { controlPlane, kind, namespace } = options;
    this.id = [controlPlane, kind.plural, namespace ?? ''].join('/');
    this.kind = kind;
    this.#options = options;
    this.#context = context;
    this.#logger = context.logger.child({
      controlPlane,
      resource: kind.plural,
      ...(namespace && { namespace }),
    });
    this.#lastContact = context.clock();
    context.store.addSource(this.id, {
      controlPlane,
      kind: kind.kind,
      plural: kind.plural,
      ...(namespace && { namespace }),
      state: 'syncing',
      since: this.#lastContact.toISOString(),
      planes: 0,
    });
  }

  get running(): boolean {
    return this.#running !== undefined;
  }

  /** Whether planes of this source are known. */
  get populated(): boolean {
    return this.#context.store.status(this.id).lastSyncedAt !== undefined;
  }

  /** Follows the plural until {@link PlaneSource.stop}. */
  start(): void {
    if (this.#running) {
      return;
    }
    const abort = new AbortController();
    const { namespace, kind, api } = this.#options;
    const scope = namespace ? `/namespaces/${namespace}` : '';
    const done = listWatch({
      ...this.#context.listWatchOptions,
      api,
      path: `${PLANE_API_PATH}${scope}/${kind.plural}`,
      handler: this.#handler(),
      signal: abort.signal,
    });
    this.#running = { abort, done };
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.abort.abort();
    await running?.done;
  }

  /** The control plane confirms that it does not serve the plural: there are no planes of it any more. */
  async markAbsent(): Promise<void> {
    await this.stop();
    const { store, emit, clock } = this.#context;
    emit([
      ...store.replace(this.id, []),
      ...store.setState(this.id, {
        state: 'absent',
        since: clock().toISOString(),
      }),
    ]);
  }

  /** An attempt to read the source failed; its planes stay. */
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
    if (changes.length > 0 && state !== 'absent') {
      this.#logger.warn(
        `Cannot read planes, keeping what is known: ${message}`,
      );
    }
    this.#context.emit(changes);
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

  #handler(): ListWatchHandler<PlaneParseResult> {
    return {
      read: object =>
        parsePlane(object, { controlPlane: this.#options.controlPlane }),
      onList: results => this.#onList(results),
      onEvent: (type, result) => this.#onEvent(type, result),
      onContact: () => this.#onContact(),
      onFailure: error => this.fail(error),
    };
  }

  #onList(results: readonly PlaneParseResult[]): void {
    const { store, emit, clock } = this.#context;
    const planes = results.flatMap(result => this.#accept(result));
    this.#lastContact = clock();
    const syncedAt = this.#lastContact.toISOString();
    emit([
      ...store.replace(this.id, planes),
      ...store.setState(this.id, {
        state: 'live',
        since: syncedAt,
        lastSyncedAt: syncedAt,
      }),
    ]);
    this.#logger.info('Listed planes', { planes: planes.length });
  }

  #onEvent(
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    result: PlaneParseResult,
  ): void {
    const { store, emit } = this.#context;
    for (const plane of this.#accept(result)) {
      emit(
        type === 'DELETED'
          ? store.remove(this.id, plane.ref)
          : store.put(this.id, plane),
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
      if (changes.length > 0) {
        this.#logger.info('Reading planes again');
        this.#context.emit(changes);
      }
    }
  }

  #accept(result: PlaneParseResult) {
    if (result.ok) {
      return [result.plane];
    }
    const problem = JSON.stringify(result.error);
    if (
      !this.#malformed.has(problem) &&
      this.#malformed.size < MAX_MALFORMED_LOGGED
    ) {
      this.#malformed.add(problem);
      this.#logger.warn('Skipped an object that is not a plane', {
        ...result.error,
      });
    }
    return [];
  }
}
