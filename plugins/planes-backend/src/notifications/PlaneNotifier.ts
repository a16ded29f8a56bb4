import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  OutageLog,
  type PlaneInventory,
  type PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Claim, NotificationStore } from './NotificationStore';
import type { OccasionFinder } from './OccasionFinder';
import type { Occasion } from './occasions';
import { toNotification } from './toNotification';

/** After so many failures the rest waits for the next tick: most likely every one would fail. */
const MAX_FAILURES_PER_TICK = 5;

/** Options of {@link PlaneNotifier}. */
export interface PlaneNotifierOptions {
  readonly inventory: PlaneInventory;
  readonly finder: OccasionFinder;
  readonly store: NotificationStore;
  readonly notifications: NotificationService;
  readonly config: Pick<
    PlanesConfig,
    'clusterScopedNamespace' | 'defaultOwner'
  >;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

/**
 * Tells the owners of planes what they should know: each once, over restarts and replicas.
 *
 * @remarks
 * A replica that is killed between sending and writing so down leaves it open whether it was sent. Then another one sends
 * it again: it has the same scope, with which it takes the place of the first.
 */
export class PlaneNotifier {
  readonly #options: PlaneNotifierOptions;
  readonly #databaseOutage: OutageLog;
  readonly #sendOutage: OutageLog;
  /** Occasions that were told, by this replica or another. */
  readonly #told = new Map<string, true>();
  /** What was sent while the database could not be told so. */
  readonly #unsettled = new Set<Claim>();
  /** How often it failed to tell of an occasion. */
  readonly #failures = new Map<string, number>();

  constructor(options: PlaneNotifierOptions) {
    this.#options = options;
    this.#databaseOutage = new OutageLog({
      ...options,
      task: 'read from the database what the owners of planes were notified about',
    });
    this.#sendOutage = new OutageLog({
      ...options,
      task: "notify the owners of planes (without the notifications plugin, set 'openchoreo.planes.notifications.enabled' to false)",
    });
  }

  /** Tells what is to be told, until the signal aborts. What fails is tried again next time. */
  async tick(signal: AbortSignal): Promise<void> {
    try {
      await this.#settle();
      const occasions = await this.#options.finder.find(this.#options.clock());
      await this.#tellAll(occasions, signal);
      this.#databaseOutage.worked();
    } catch (error) {
      this.#databaseOutage.failed(error);
    }
  }

  async #tellAll(
    occasions: readonly Occasion[],
    signal: AbortSignal,
  ): Promise<void> {
    const keys = new Set(occasions.map(keyOf));
    keepOnly(keys, this.#told);
    keepOnly(keys, this.#failures);
    // What failed before comes last, so that it never stands in the way of the rest.
    const failures = (occasion: Occasion) =>
      this.#failures.get(keyOf(occasion)) ?? 0;
    const pending = occasions
      .filter(occasion => !this.#told.has(keyOf(occasion)))
      .sort((a, b) => failures(a) - failures(b));
    let failed = 0;
    for (const occasion of pending) {
      if (signal.aborted || failed >= MAX_FAILURES_PER_TICK) {
        return;
      }
      failed += (await this.#tell(occasion)) ? 0 : 1;
    }
    if (pending.length > 0 && failed === 0) {
      this.#sendOutage.worked();
    }
  }

  /** @returns false where it failed */
  async #tell(occasion: Occasion): Promise<boolean> {
    const { inventory, store, notifications, config, clock } = this.#options;
    const plane = inventory.getByUid(occasion.planeUid);
    if (!plane) {
      return true;
    }
    const key = keyOf(occasion);
    const claim = await store.claim(occasion, clock());
    if (claim) {
      try {
        await notifications.send(toNotification(occasion, plane, config));
      } catch (error) {
        this.#sendOutage.failed(error);
        this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
        await store.release(claim);
        return false;
      }
      this.#unsettled.add(claim);
    } else if (!(await store.isTold(occasion))) {
      // Another replica has it in hand. Should it die of that, it is to be told still.
      return true;
    }
    this.#told.set(key, true);
    await this.#settle();
    return true;
  }

  async #settle(): Promise<void> {
    for (const claim of this.#unsettled) {
      await this.#options.store.settle(claim);
      this.#unsettled.delete(claim);
    }
  }
}

function keyOf({ planeUid, topic, key }: Occasion): string {
  return `${planeUid}/${topic}/${key}`;
}

function keepOnly(
  keys: ReadonlySet<string>,
  entries: Map<string, unknown>,
): void {
  for (const key of entries.keys()) {
    if (!keys.has(key)) {
      entries.delete(key);
    }
  }
}
