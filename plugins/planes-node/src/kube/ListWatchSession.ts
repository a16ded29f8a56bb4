import {
  isExpired,
  isNotServed,
  SilentWatchError,
  UnexpectedAnswerError,
} from './errors';
import { listAll } from './listAll';
import type {
  ListWatchOptions,
  ListWatchRuntime,
  ListWatchTiming,
} from './ListWatchOptions';
import { readWatchEvent } from './watchEvent';

/** One attempt after the other at the same collection, each going on where the last one stood. */
export class ListWatchSession<T> {
  readonly #options: ListWatchOptions<T>;
  readonly #timing: ListWatchTiming;
  readonly #runtime: ListWatchRuntime;
  /** Whether the API server accepted anything in the current attempt. */
  hadContact = false;
  /** Whether the watch of the current attempt brought anything. */
  hadEvents = false;
  #resourceVersion: string | undefined;

  constructor(
    options: ListWatchOptions<T>,
    timing: ListWatchTiming,
    runtime: ListWatchRuntime,
  ) {
    this.#options = options;
    this.#timing = timing;
    this.#runtime = runtime;
  }

  async run(): Promise<void> {
    const { api, path, handler, signal } = this.#options;
    this.hadContact = false;
    this.hadEvents = false;
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
      silenceTimeoutMs: this.#timing.silenceTimeoutMs,
      onOpen: () => this.#contact(),
    });
    for await (const line of lines) {
      const { event, resourceVersion } = readWatchEvent(line);
      this.#resourceVersion = resourceVersion ?? this.#resourceVersion;
      this.hadEvents = true;
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
    this.#options.handler.onContact();
  }

  #watchPath(resourceVersion: string): string {
    const { watchTimeoutMs } = this.#timing;
    const timeoutMs = watchTimeoutMs * (1 + this.#runtime.random());
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(Math.max(1, Math.round(timeoutMs / 1000))),
    });
    return `${this.#options.path}?${query}`;
  }
}
