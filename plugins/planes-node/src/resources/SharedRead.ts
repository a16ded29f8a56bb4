const FRESH_MS = 30_000;
const FAILURE_MS = 5_000;

/** What is known of something that is read now and then. */
export interface Known<T> {
  /** The last that was read; undefined until the first time. */
  readonly value?: T;
  /** When it was read, in milliseconds of the clock. */
  readonly readAt?: number;
  /** Why it could not be read again. */
  readonly error?: unknown;
}

/**
 * Something that is read when somebody asks and what is known has grown old: once, however many ask at the same time.
 */
export class SharedRead<T> {
  readonly #read: (signal: AbortSignal) => Promise<T>;
  readonly #now: () => number;
  readonly #abort = new AbortController();
  #known: Known<T> = {};
  #goodUntil = -Infinity;
  #flight: Promise<void> | undefined;

  /**
   * @param read - must end by itself: no caller can cancel it, since others wait for the same
   */
  constructor(
    read: (signal: AbortSignal) => Promise<T>,
    now: () => number = Date.now,
  ) {
    this.#read = read;
    this.#now = now;
  }

  /** What is known. Rejects with the signal's reason alone. */
  async get(signal: AbortSignal): Promise<Known<T>> {
    signal.throwIfAborted();
    if (this.#now() >= this.#goodUntil) {
      this.#flight ??= this.#refresh();
      await unlessAborted(this.#flight, signal);
    }
    return this.#known;
  }

  /** Ends what is under way; nothing is read after that. */
  close(): void {
    this.#abort.abort();
  }

  async #refresh(): Promise<void> {
    try {
      const value = await this.#read(this.#abort.signal);
      const readAt = this.#now();
      this.#known = { value, readAt };
      this.#goodUntil = readAt + FRESH_MS;
    } catch (error) {
      const { value, readAt } = this.#known;
      this.#known = { value, readAt, error };
      this.#goodUntil = this.#now() + FAILURE_MS;
    } finally {
      this.#flight = undefined;
    }
  }
}

async function unlessAborted(
  flight: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let cancel = () => {};
  const aborted = new Promise<void>((_, reject) => {
    cancel = () => reject(signal.reason);
  });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await Promise.race([flight, aborted]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
