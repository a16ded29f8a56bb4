import { setTimeout as sleep } from 'node:timers/promises';
import { JsonObject, objectAt } from '../../objects/json';
import { integerAt, textAt } from '../fields';
import { ApiClient, WatchEvent } from './ApiClient';
import { ApiError } from './ApiError';

const RETRY_MIN_MS = 250;
const RETRY_MAX_MS = 15_000;

/** Called with the key of an object that appeared, changed or went, after the cache shows it. */
export type ChangeListener = (key: string) => void;

/** The key under which an object is cached: `namespace/name`, or `/name` for Cluster kinds. */
export function cacheKey(object: JsonObject): string {
  const metadata = objectAt(object, 'metadata');
  return `${textAt(metadata, 'namespace') ?? ''}/${
    textAt(metadata, 'name') ?? ''
  }`;
}

function versionOf(object: JsonObject): string {
  return textAt(objectAt(object, 'metadata'), 'resourceVersion') ?? '';
}

/** All objects below one API path, kept true by list and watch for as long as it runs. */
export class ObjectCache {
  readonly #objects = new Map<string, JsonObject>();
  readonly #client: Pick<ApiClient, 'list' | 'watch'>;
  readonly #path: string;
  readonly #onChange: ChangeListener;
  readonly #onSynced: () => void;
  readonly #firstSync: Promise<void>;
  #endFirstSync: () => void = () => {};
  #synced = false;
  #watchFrom?: string;

  constructor(options: {
    readonly client: Pick<ApiClient, 'list' | 'watch'>;
    readonly path: string;
    readonly onChange: ChangeListener;
    /** Called after each complete list. */
    readonly onSynced: () => void;
  }) {
    this.#client = options.client;
    this.#path = options.path;
    this.#onChange = options.onChange;
    this.#onSynced = options.onSynced;
    this.#firstSync = new Promise(resolve => {
      this.#endFirstSync = resolve;
    });
  }

  get(key: string): JsonObject | undefined {
    return this.#objects.get(key);
  }

  values(): IterableIterator<JsonObject> {
    return this.#objects.values();
  }

  /** True once the first list is complete. */
  get synced(): boolean {
    return this.#synced;
  }

  /** Resolves when the first list is complete, or when there will be none. */
  async whenSynced(): Promise<void> {
    await this.#firstSync;
  }

  /** Lists and watches until the signal aborts, or until the plural is no longer served. */
  async run(signal: AbortSignal): Promise<void> {
    try {
      await this.#listAndWatch(signal);
    } finally {
      this.#endFirstSync();
    }
  }

  async #listAndWatch(signal: AbortSignal): Promise<void> {
    let pause = RETRY_MIN_MS;
    while (!signal.aborted) {
      try {
        this.#watchFrom ??= await this.#list(signal);
        for await (const event of this.#client.watch(
          this.#path,
          this.#watchFrom,
          signal,
        )) {
          pause = RETRY_MIN_MS;
          this.#apply(event);
        }
      } catch (error) {
        if (signal.aborted || ApiError.hasStatus(error, 404)) {
          return;
        }
        if (error instanceof ApiError) {
          this.#watchFrom = undefined;
        }
        await sleep(pause * (1 + Math.random() / 5), undefined, {
          signal,
        }).catch(() => undefined);
        pause = Math.min(pause * 2, RETRY_MAX_MS);
      }
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { items, resourceVersion } = await this.#client.list(
      this.#path,
      signal,
    );
    const listed = new Map(items.map(item => [cacheKey(item), item]));
    for (const key of [...this.#objects.keys()]) {
      if (!listed.has(key)) {
        this.#objects.delete(key);
        this.#onChange(key);
      }
    }
    for (const [key, item] of listed) {
      const before = this.#objects.get(key);
      this.#objects.set(key, item);
      if (!before || versionOf(before) !== versionOf(item)) {
        this.#onChange(key);
      }
    }
    this.#synced = true;
    this.#endFirstSync();
    this.#onSynced();
    return resourceVersion;
  }

  #apply({ type, object }: WatchEvent): void {
    if (type === 'ERROR') {
      throw ApiError.fromAnswer(
        integerAt(object, 'code') ?? 500,
        JSON.stringify(object),
      );
    }
    this.#watchFrom = versionOf(object);
    if (type === 'BOOKMARK') {
      return;
    }
    const key = cacheKey(object);
    if (type === 'DELETED') {
      this.#objects.delete(key);
    } else {
      this.#objects.set(key, object);
    }
    this.#onChange(key);
  }
}
