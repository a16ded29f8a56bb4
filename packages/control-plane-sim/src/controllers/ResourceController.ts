import { JsonObject, objectAt } from '../objects/json';
import { textAt } from './fields';
import { ApiClient } from './kubernetes/ApiClient';
import { ApiError } from './kubernetes/ApiError';
import { ObjectCache } from './kubernetes/ObjectCache';
import { Timing } from './timing';
import { WorkQueue } from './WorkQueue';

const CONCURRENCY = 4;
const CONFLICT_PAUSE_MS = 1_000;

/** The one thing that a reconciliation does, and when the object is to be looked at again if nothing else happens. */
export interface ReconcileOutcome {
  readonly write?:
    | {
        readonly path: string;
        /** A merge patch that names the version that was looked at. */
        readonly patch: object;
      }
    | { readonly path: string; readonly remove: true };
  /** Milliseconds. After a write, the change itself leads to the next look. */
  readonly again?: number;
}

/** What a {@link ResourceController} works with. */
export interface ResourceControllerOptions {
  /** The kind, for what is logged. */
  readonly kind: string;
  readonly client: ApiClient;
  /** The API path of all objects. */
  readonly path: string;
  readonly timing: Timing;
  /** How many objects are worked on at the same time; 4 unless given. */
  readonly concurrency?: number;
  /** The longest pause after a failure, in milliseconds; a minute unless given. */
  readonly maxPauseMs?: number;
  /** Looks at one object. What it throws is logged, and tried again with growing pauses. */
  readonly reconcile: (
    object: JsonObject,
    key: string,
  ) => Promise<ReconcileOutcome>;
  /** Called whenever something happened that may have settled the controller. */
  readonly onProgress: () => void;
  readonly log: (message: string) => void;
}

function versionOf(object: JsonObject): string | undefined {
  return textAt(objectAt(object, 'metadata'), 'resourceVersion');
}

/** Watches the objects of one kind and reconciles each of them, one write at a time. */
export class ResourceController {
  readonly #options: ResourceControllerOptions;
  readonly #cache: ObjectCache;
  readonly #queue: WorkQueue;
  /** Objects that were written to, and whose change the watch has not brought yet. */
  readonly #awaiting = new Set<string>();
  readonly #lastFailure = new Map<string, string>();

  constructor(options: ResourceControllerOptions) {
    this.#options = options;
    this.#queue = new WorkQueue({
      timing: options.timing,
      concurrency: options.concurrency ?? CONCURRENCY,
      maxPauseMs: options.maxPauseMs,
      work: key => this.#work(key),
      onIdle: options.onProgress,
      onFailure: (key, error) => this.#reportFailure(key, error),
    });
    this.#cache = new ObjectCache({
      client: options.client,
      path: options.path,
      onChange: key => {
        this.#awaiting.delete(key);
        this.#queue.add(key);
        options.onProgress();
      },
      onSynced: options.onProgress,
    });
  }

  /** True while the objects are listed and each of them is as it should be. */
  get settled(): boolean {
    return this.#cache.synced && this.#queue.idle && this.#awaiting.size === 0;
  }

  /** Works until the signal aborts or the kind is no longer served. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#cache.run(signal);
    await this.#queue.stop();
  }

  /** The objects as they were last seen. */
  objects(): IterableIterator<JsonObject> {
    return this.#cache.values();
  }

  /** Looks at an object again, by its key in the cache. */
  recheck(key: string): void {
    this.#queue.add(key);
  }

  async #work(key: string): Promise<number | undefined> {
    const object = this.#cache.get(key);
    if (!object || this.#awaiting.has(key)) {
      return undefined;
    }
    const outcome = await this.#options.reconcile(object, key);
    this.#lastFailure.delete(key);
    return outcome.write
      ? this.#write(key, object, outcome.write, outcome.again)
      : outcome.again;
  }

  async #write(
    key: string,
    object: JsonObject,
    write: NonNullable<ReconcileOutcome['write']>,
    again: number | undefined,
  ): Promise<number | undefined> {
    // Set before the call, because the watch may be faster than the answer.
    this.#awaiting.add(key);
    try {
      const { client } = this.#options;
      if ('remove' in write) {
        await client.delete(write.path);
        return undefined;
      }
      const written = await client.patch(write.path, write.patch);
      if (versionOf(written) === versionOf(object)) {
        this.#awaiting.delete(key);
        return again;
      }
      return undefined;
    } catch (error) {
      this.#awaiting.delete(key);
      if (ApiError.hasStatus(error, 404)) {
        return undefined;
      }
      if (ApiError.hasStatus(error, 409)) {
        return CONFLICT_PAUSE_MS;
      }
      throw error;
    }
  }

  /** Says each failure once, not at every attempt. */
  #reportFailure(key: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.#lastFailure.get(key) !== message) {
      this.#lastFailure.set(key, message);
      this.#options.log(`${this.#options.kind} ${key}: ${message}`);
    }
  }
}
