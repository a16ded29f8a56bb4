import { setTimeout as delay } from 'node:timers/promises';
import { Backoff } from './Backoff';
import {
  isExpired,
  isNotServed,
  SilentWatchError,
  UnexpectedAnswerError,
} from './errors';
import type { KubernetesApi } from './KubernetesApi';
import { listAll } from './listAll';
import { readWatchEvent, type WatchEvent } from './watchEvent';

/** Receives what list+watch learns, in order. */
export interface ListWatchHandler<T> {
  /** Reads an object at the door; what it returns is all that is kept. */
  read(object: unknown): T;
  /** The whole collection; what is not in it is gone. */
  onList(items: readonly T[]): void;
  onEvent(type: WatchEvent['type'], item: T): void;
  /** The API server has answered: a list, an accepted watch, an event or a bookmark. */
  onContact(): void;
  /** An attempt failed before the API server accepted it. What was known stays true as far as known. */
  onFailure(error: unknown): void;
}

/** The times that list+watch goes by, in milliseconds. */
export interface ListWatchTiming {
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** A connection that lived this long was good: after it, retries begin anew. */
  readonly stableAfterMs: number;
  /** Silence on a watch that counts as failure; bookmarks come about once a minute. */
  readonly silenceTimeoutMs: number;
  /** How long the API server may keep a watch open; up to as much again is added at random. */
  readonly watchTimeoutMs: number;
  /** How often to ask again for a resource that is not served. */
  readonly notServedRetryMs: number;
}

export const DEFAULT_TIMING: ListWatchTiming = {
  retryBaseMs: 250,
  retryMaxMs: 10_000,
  stableAfterMs: 5_000,
  silenceTimeoutMs: 150_000,
  watchTimeoutMs: 300_000,
  notServedRetryMs: 30_000,
};

/** Where list+watch gets its time and its luck from; tests give their own. */
export interface ListWatchRuntime {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export const SYSTEM_RUNTIME: ListWatchRuntime = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
  random: Math.random,
};

export interface ListWatchOptions<T> {
  readonly api: KubernetesApi;
  /** The collection's path, for example `/apis/openchoreo.dev/v1alpha1/dataplanes`. */
  readonly path: string;
  readonly handler: ListWatchHandler<T>;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly timing?: Partial<ListWatchTiming>;
  readonly runtime?: ListWatchRuntime;
}

/**
 * Keeps a handler informed about a collection until the signal aborts, whatever fails meanwhile.
 *
 * @remarks
 * A watch that ends is resumed from the last resourceVersion. The collection is listed anew only when that
 * version is too old (410), when the watch fell silent (also what a restored API server looks like, whose
 * versions are behind ours), or when the stream was garbled.
 */
export async function listWatch<T>(
  options: ListWatchOptions<T>,
): Promise<void> {
  const { handler, signal, runtime = SYSTEM_RUNTIME } = options;
  const timing = { ...DEFAULT_TIMING, ...options.timing };
  const backoff = new Backoff({
    baseMs: timing.retryBaseMs,
    maxMs: timing.retryMaxMs,
    random: runtime.random,
  });
  const session = new ListWatchSession(options, timing, runtime);
  while (!signal.aborted) {
    const startedAt = runtime.now();
    let pause: number | undefined;
    try {
      await session.run();
    } catch (error) {
      if (signal.aborted) {
        break;
      }
      if (session.needsList(error)) {
        session.forgetPosition();
      }
      if (!session.hadContact && !isExpired(error)) {
        handler.onFailure(error);
      }
      if (isNotServed(error)) {
        pause = timing.notServedRetryMs;
      }
    }
    if (runtime.now() - startedAt >= timing.stableAfterMs) {
      backoff.reset();
    }
    await runtime.sleep(pause ?? backoff.next(), signal).catch(() => undefined);
  }
}

/** One attempt after the other at the same collection, each going on where the last one stood. */
class ListWatchSession<T> {
  /** Whether the API server accepted anything in the current attempt. */
  hadContact = false;
  #resourceVersion: string | undefined;

  constructor(
    private readonly options: ListWatchOptions<T>,
    private readonly timing: ListWatchTiming,
    private readonly runtime: ListWatchRuntime,
  ) {}

  async run(): Promise<void> {
    const { api, path, handler, signal } = this.options;
    this.hadContact = false;
    if (this.#resourceVersion === undefined) {
      const list = await listAll(api, path, {
        read: object => handler.read(object),
        signal,
      });
      this.#resourceVersion = list.resourceVersion;
      this.#contact();
      handler.onList(list.items);
      this.hadContact = false;
    }
    const lines = api.watch(this.#watchPath(this.#resourceVersion), {
      signal,
      silenceTimeoutMs: this.timing.silenceTimeoutMs,
      onOpen: () => this.#contact(),
    });
    for await (const line of lines) {
      const { event, resourceVersion } = readWatchEvent(line);
      this.#resourceVersion = resourceVersion ?? this.#resourceVersion;
      this.#contact();
      if (event) {
        handler.onEvent(event.type, handler.read(event.object));
      }
    }
  }

  needsList(error: unknown): boolean {
    return (
      isExpired(error) ||
      isNotServed(error) ||
      error instanceof SilentWatchError ||
      error instanceof UnexpectedAnswerError
    );
  }

  forgetPosition(): void {
    this.#resourceVersion = undefined;
  }

  #contact(): void {
    this.hadContact = true;
    this.options.handler.onContact();
  }

  #watchPath(resourceVersion: string): string {
    const { watchTimeoutMs } = this.timing;
    const timeoutMs = watchTimeoutMs * (1 + this.runtime.random());
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(Math.max(1, Math.round(timeoutMs / 1000))),
    });
    return `${this.options.path}?${query}`;
  }
}
