import { toError } from '@backstage/errors';

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
 * Asks for a value periodically, for as long as somebody listens and the page is visible.
 *
 * @remarks
 * All listeners share the requests. At most one request is under way.
 */
export class PollingStore<T> {
  readonly #load: (signal: AbortSignal) => Promise<T>;
  readonly #intervalMs: () => number;
  readonly #listeners = new Set<() => void>();
  #state: PolledValue<T> = {};
  #nextAt = 0;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  /**
   * @param options - `intervalMs` is asked after every answer, for the time until the next request
   */
  constructor(options: {
    load: (signal: AbortSignal) => Promise<T>;
    intervalMs: () => number;
  }) {
    this.#load = options.load;
    this.#intervalMs = options.intervalMs;
  }

  get idle(): boolean {
    return this.#listeners.size === 0;
  }

  readonly getSnapshot = (): PolledValue<T> => this.#state;

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
      this.#nextAt = this.#again ? 0 : Date.now() + this.#intervalMs();
      this.#state = state;
      this.#listeners.forEach(listener => listener());
    }
    this.#schedule();
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
