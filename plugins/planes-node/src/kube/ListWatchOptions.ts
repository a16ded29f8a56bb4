import { setTimeout as delay } from 'node:timers/promises';
import type { KubernetesApi } from './KubernetesApi';
import type { WatchEvent } from './watchEvent';

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
  /**
   * A list or watch has ended, and another one follows.
   *
   * @param error - undefined where the API server ended the watch in good order, as it does every few minutes
   */
  onEnd?(error: unknown): void;
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
