import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  type InventoryChange,
  OutageLog,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';

const CHANNEL = 'planes';
const MIN_INTERVAL_MS = 1000;

/** What {@link PlaneSignals} needs. */
export interface PlaneSignalsOptions {
  readonly inventory: PlaneInventory;
  readonly signals: SignalsService;
  readonly logger: LoggerService;
}

/**
 * Tells browsers that something about planes changed: the first change at once, further ones together once a second.
 *
 * @remarks
 * The signal goes to everybody and therefore says nothing of what changed; browsers ask again, with their own rights.
 */
export class PlaneSignals {
  readonly #options: PlaneSignalsOptions;
  readonly #outages: OutageLog;
  #unsubscribe: (() => void) | undefined;
  /** Runs for a second after each signal. */
  #pause: NodeJS.Timeout | undefined;
  #changedInPause = false;

  constructor(options: PlaneSignalsOptions) {
    this.#options = options;
    this.#outages = new OutageLog({
      logger: options.logger,
      task: 'signal to browsers that planes changed (they ask every few seconds as well)',
    });
  }

  start(): void {
    this.#unsubscribe ??= this.#options.inventory.subscribe(changes => {
      if (changes.some(isVisible)) {
        this.#changed();
      }
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#changedInPause = false;
  }

  #changed(): void {
    if (this.#pause) {
      this.#changedInPause = true;
      return;
    }
    this.#publish();
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#changedInPause) {
        this.#changedInPause = false;
        this.#changed();
      }
    }, MIN_INTERVAL_MS);
  }

  #publish(): void {
    this.#options.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CHANNEL,
        message: { type: 'changed' },
      })
      .then(
        () => this.#outages.worked(),
        error => this.#outages.failed(error),
      );
  }
}

/** Heartbeats only make a time newer, which browsers see when they ask the next time. */
function isVisible(change: InventoryChange): boolean {
  return !(change.type === 'changed' && change.aspect === 'heartbeat');
}
