import { toError } from '@backstage/errors';
import { retryAfterMs } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  LogsQuery,
  LogsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { appendNewer, LogBuffer, readTail } from './buffer/LogBuffer';

const FIRST_LINES = 1_000;
const OLDER_FACTOR = 5;
const MAX_TAIL_LINES = 50_000;
const FOLLOW_MS = 1_000;
const RETRY_MS = 5_000;

/** What a log looks like at the moment. */
export interface LogState {
  /** Undefined until the first answer. */
  readonly log?: LogBuffer;
  readonly containers: LogsResponse['containers'];
  /** The container that the log is of. */
  readonly container?: string;
  /** Why the latest request failed; what was read before stays. */
  readonly error?: Error;
  readonly loadingOlder: boolean;
}

type Load = (query: LogsQuery, signal: AbortSignal) => Promise<LogsResponse>;

/**
 * Reads a log from its end, and goes on reading what is added while somebody listens, the page is visible and the container
 * runs.
 */
export class LogFollower {
  readonly #load: Load;
  readonly #container: string | undefined;
  readonly #listeners = new Set<() => void>();
  #state: LogState = { containers: [], loadingOlder: false };
  #tailLines = FIRST_LINES;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #nextAt = 0;

  /** @param options - `container`: the main one unless given */
  constructor(options: { load: Load; container?: string }) {
    this.#load = options.load;
    this.#container = options.container;
  }

  readonly getSnapshot = (): LogState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      document.addEventListener('visibilitychange', this.#schedule);
    }
    this.#listeners.add(listener);
    this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        document.removeEventListener('visibilitychange', this.#schedule);
        this.#request?.abort();
        this.#schedule();
      }
    };
  };

  /** Reads further back; nothing happens where all of it is known. */
  readonly loadOlder = (): void => {
    if (this.#state.log?.hasOlder && this.#tailLines < MAX_TAIL_LINES) {
      this.#tailLines = Math.min(
        MAX_TAIL_LINES,
        this.#tailLines * OLDER_FACTOR,
      );
      this.#restart();
    }
  };

  /** Reads as much as can be had at once. */
  readonly loadAll = (): void => {
    if (this.#state.log?.hasOlder && this.#tailLines < MAX_TAIL_LINES) {
      this.#tailLines = MAX_TAIL_LINES;
      this.#restart();
    }
  };

  readonly retry = (): void => {
    this.#nextAt = 0;
    this.#schedule();
  };

  #restart(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#set({ ...this.#state, loadingOlder: true });
    this.retry();
  }

  get #isOver(): boolean {
    const { log, error, loadingOlder } = this.#state;
    return Boolean(log?.complete) && !error && !loadingOlder;
  }

  readonly #schedule = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const idle = this.#listeners.size === 0;
    const hidden = document.visibilityState === 'hidden';
    if (idle || hidden || this.#request || this.#isOver) {
      return;
    }
    const delay = Math.max(0, this.#nextAt - Date.now());
    this.#timer = setTimeout(() => this.#poll(), delay);
  };

  async #poll(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const next = await this.#ask(request.signal);
    if (request.signal.aborted) {
      if (this.#request === request) {
        this.#request = undefined;
        this.#schedule();
      }
      return;
    }
    this.#request = undefined;
    this.#nextAt = Date.now() + pauseAfter(next.error);
    this.#set(next);
    this.#schedule();
  }

  async #ask(signal: AbortSignal): Promise<LogState> {
    const { log, loadingOlder } = this.#state;
    const since = loadingOlder ? undefined : log?.newest;
    const container = this.#container;
    const query: LogsQuery = {
      ...(container !== undefined && { container }),
      ...(since === undefined ? { tailLines: this.#tailLines } : { since }),
    };
    try {
      const answer = await this.#load(query, signal);
      return {
        log:
          log && since !== undefined
            ? appendNewer(log, answer)
            : readTail(answer),
        containers: answer.containers,
        container: answer.container,
        loadingOlder: false,
      };
    } catch (error) {
      return { ...this.#state, loadingOlder: false, error: toError(error) };
    }
  }

  #set(state: LogState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

/** How long to wait for the next request; where the portal said how long, not less. */
function pauseAfter(error: Error | undefined): number {
  return error ? Math.max(RETRY_MS, retryAfterMs(error) ?? 0) : FOLLOW_MS;
}
