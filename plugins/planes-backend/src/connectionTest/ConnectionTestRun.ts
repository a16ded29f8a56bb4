import type { ConnectionTestEvent } from '@openchoreo-planes/backstage-plugin-planes-common';

/** A test in progress, which any number of callers follow. It is cancelled when the last of them leaves. */
export class ConnectionTestRun {
  readonly #startedAt: string;
  readonly #onAbandoned: () => void;
  readonly #controller = new AbortController();
  readonly #events: ConnectionTestEvent[] = [];
  #followers = 0;
  #isOver = false;
  #wake: () => void = () => {};
  #change: Promise<void> = this.#nextChange();

  /** @param options - `onAbandoned` is called when the last follower leaves before the end */
  constructor(options: { startedAt: Date; onAbandoned: () => void }) {
    this.#startedAt = options.startedAt.toISOString();
    this.#onAbandoned = options.onAbandoned;
  }

  /** Aborts when the test is cancelled or its time is up. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  publish(event: ConnectionTestEvent): void {
    this.#events.push(event);
    this.#notify();
  }

  /** Ends the test: nothing is published any more. */
  end(): void {
    this.#isOver = true;
    this.#notify();
  }

  /** Stops the test early, for a reason that its signal tells. */
  abort(reason: Error): void {
    this.#controller.abort(reason);
  }

  /**
   * The events of the test from its beginning, those of the past at once.
   *
   * @param signal - aborts when the follower leaves
   */
  follow(
    signal: AbortSignal,
    options: { joined: boolean },
  ): AsyncIterable<ConnectionTestEvent> {
    let isFollowing = true;
    const leave = () => {
      if (isFollowing) {
        isFollowing = false;
        signal.removeEventListener('abort', leave);
        this.#left();
      }
    };
    this.#followers += 1;
    signal.addEventListener('abort', leave);
    if (signal.aborted) {
      leave();
    }
    return this.#read({
      isFollowing: () => isFollowing,
      leave,
      joined: options.joined,
    });
  }

  async *#read(follower: {
    isFollowing: () => boolean;
    leave: () => void;
    joined: boolean;
  }): AsyncGenerator<ConnectionTestEvent> {
    try {
      const { joined } = follower;
      yield { type: 'started', startedAt: this.#startedAt, joined };
      let next = 0;
      while (follower.isFollowing()) {
        if (next < this.#events.length) {
          yield this.#events[next];
          next += 1;
        } else if (this.#isOver) {
          return;
        } else {
          await this.#change;
        }
      }
    } finally {
      follower.leave();
    }
  }

  #left(): void {
    this.#followers -= 1;
    if (this.#followers === 0 && !this.#isOver) {
      this.#onAbandoned();
      this.abort(new DOMException('Nobody follows the test', 'AbortError'));
    }
    this.#notify();
  }

  #nextChange(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }

  #notify(): void {
    const wake = this.#wake;
    this.#change = this.#nextChange();
    wake();
  }
}
