import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  buildPlaneHistory,
  type HistorySummary,
  type HistoryWindow,
  type PlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { OutageLog } from '@openchoreo-planes/backstage-plugin-planes-node';
import { groupByPlane } from './groupByPlane';
import type { HistoryStore } from './HistoryStore';
import { RecentHistory } from './RecentHistory';
import { toPlaneTransition } from './rows';
import type { RecordedTransition } from './types';
import { Uptimes } from './Uptimes';

const DAY_MS = 24 * 60 * 60_000;
/** What the longest window needs; the answer tells the uptime over each. */
const LONGEST_WINDOW_MS = 30 * DAY_MS;

/** Options of {@link HistoryReader.create}. */
export interface HistoryReaderOptions {
  readonly store: HistoryStore;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

/** What is recorded of planes: in short from memory, in full from the database. */
export class HistoryReader {
  readonly #store: HistoryStore;
  readonly #clock: () => Date;
  readonly #outage: OutageLog;
  readonly #recent = new RecentHistory();
  readonly #uptimes: Uptimes;

  private constructor(options: HistoryReaderOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#outage = new OutageLog({
      ...options,
      task: 'read the history of planes from the database',
    });
    this.#uptimes = new Uptimes(options.store);
  }

  static create(options: HistoryReaderOptions): HistoryReader {
    return new HistoryReader(options);
  }

  /** Reads what is new, every minute: other replicas record as well. */
  async refresh(): Promise<void> {
    try {
      const now = this.#clock();
      const sequences = await this.#store.sequences();
      const outdated = this.#recent.outdated(sequences);
      if (outdated.length > 0) {
        const read = await this.#store.transitionsSince(
          now.getTime() - DAY_MS,
          // Statements that name nearly every plane cost more than one that names none.
          outdated.length > sequences.size / 2 ? undefined : outdated,
        );
        for (const [uid, transitions] of groupByPlane(read)) {
          this.#recent.replace(uid, transitions);
        }
      }
      this.#recent.prune(sequences, now.getTime());
      await this.#uptimes.refresh(sequences, now);
      this.#outage.worked();
    } catch (error) {
      this.#outage.failed(error);
    }
  }

  /** Takes over what this replica just recorded. */
  append(transitions: readonly RecordedTransition[]): void {
    for (const transition of transitions) {
      this.#recent.append(transition);
    }
  }

  /** The last 24 hours of a plane in 48 slots, from memory; undefined where nothing is recorded. */
  recent(uid: string): HistorySummary | undefined {
    return this.#recent.summary(uid, this.#clock().getTime());
  }

  /** The mean uptime of planes over 30 days, 0 to 1, as computed within the last half hour; undefined where unknown. */
  fleetUptime(uids: readonly string[]): number | undefined {
    return this.#uptimes.mean(uids);
  }

  /** A plane's history over a window, from the database; without transitions where nothing is recorded. */
  async history(uid: string, window: HistoryWindow): Promise<PlaneHistory> {
    const now = this.#clock();
    const [current] = await this.#store.currentStates([uid]);
    const transitions = await this.#store.transitionsSince(
      now.getTime() - LONGEST_WINDOW_MS,
      [uid],
    );
    return buildPlaneHistory(
      transitions.map(toPlaneTransition),
      window,
      now,
      current && new Date(current.recordedSinceMs).toISOString(),
    );
  }
}
