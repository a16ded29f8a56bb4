const POLL_INTERVAL_MS = 5_000;
const SIGNALLED_POLL_INTERVAL_MS = 30_000;
const SIGNALS_TRUSTED_MS = 5 * 60_000;

/**
 * How often to ask for what the backend signals the changes of.
 *
 * @remarks
 * Whether signals reach this browser is known only by those that came: the frontend may have the signals plugin without
 * a backend that sends any, and its connection can be lost without a word.
 */
export class UpdatePace {
  #signalledAt = -Infinity;

  /** A signal has come. */
  signalled(): void {
    this.#signalledAt = Date.now();
  }

  get live(): boolean {
    return Date.now() - this.#signalledAt < SIGNALS_TRUSTED_MS;
  }

  get intervalMs(): number {
    return this.live ? SIGNALLED_POLL_INTERVAL_MS : POLL_INTERVAL_MS;
  }
}
