import { toError } from '@backstage/errors';
import { retryAfterMs } from '../errors/refusal';

/**
 * What is known about a value that is asked for again and again.
 *
 * @public
 */
export interface PolledValue<T> {
  /** The last answer. It stays while later requests fail. */
  value?: T;
  /** When the last answer came, in milliseconds of this browser's clock. */
  updatedAt?: number;
  /** Why the latest request failed; undefined once one succeeds. */
  error?: Error;
}

/**
 * Options of {@link PollingStore}.
 *
 * @public
 */
export interface PollingStoreOptions<T> {
  load: (signal: AbortSignal) => Promise<T>;
  /** Asked after every answer and every failure, for the time until the next request in milliseconds. */
  intervalMs: (state: PolledValue<T>) => number;
}

/**
 * Asks for a value periodically, for as long as somebody listens and the page is visible.
 *
 * @remarks
 * Who asks too often, in all tabs together, is told by the portal when to ask again, and waits for that long.
 * All listeners share the requests. At most one request is under way.
 *
 * @public
 */
export class PollingStore<T> {
  readonly #load: PollingStoreOptions<T>['load'];
  readonly #intervalMs: PollingStoreOptions<T>['intervalMs'];
  readonly #listeners = new Set<() => void>();
  #state: PolledValue<T> = {};
  #nextAt = 0;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(options: PollingStoreOptions<T>) {
    this.#load = options.load;
    this.#intervalMs = options.intervalMs;
  }

  /** Nobody listens. */
  get idle(): boolean {
    return this.#listeners.size === 0;
  }

  /** What is known now; the same object until something changes. */
  readonly getSnapshot = (): PolledValue<T> => this.#state;

  /** Calls the listener whenever something changes, until the function that it returns is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.idle) {
      document.addEventListener('visibilitychange', this.#schedule);
    }
    this.#listeners.add(listener);
    this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.idle) {
        document.removeEventListener('visibilitychange', this.#schedule);
        this.#request?.abort();
        this.#schedule();
      }
    };
  };

  /** Asks at once; after the request that is under way, whose answer may be of the time before. */
  readonly refresh = (): void => {
    this.#again = this.#request !== undefined;
    this.#nextAt = 0;
    this.#schedule();
  };

  readonly #schedule = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.idle || this.#request || document.visibilityState === 'hidden') {
      return;
    }
    const delay = Math.max(0, this.#nextAt - Date.now());
    this.#timer = setTimeout(() => this.#poll(), delay);
  };

  async #poll(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    this.#again = false;
    const state = await this.#ask(request.signal);
    this.#request = undefined;
    if (!request.signal.aborted) {
      this.#nextAt = this.#again ? 0 : Date.now() + this.#pauseMs(state);
      this.#state = state;
      this.#listeners.forEach(listener => listener());
    }
    this.#schedule();
  }

  #pauseMs(state: PolledValue<T>): number {
    const heldBackMs = state.error && retryAfterMs(state.error);
    return Math.max(this.#intervalMs(state), heldBackMs ?? 0);
  }

  async #ask(signal: AbortSignal): Promise<PolledValue<T>> {
    try {
      const value = await this.#load(signal);
      return { value, updatedAt: Date.now() };
    } catch (error) {
      return { ...this.#state, error: toError(error) };
    }
  }
}
