import { summarizeHistory } from '@openchoreo-planes/backstage-plugin-planes-common';
import { chunks } from './chunks';
import { groupByPlane } from './groupByPlane';
import type { HistoryStore } from './HistoryStore';
import { toPlaneTransition } from './rows';

const SPAN_MS = 30 * 24 * 60 * 60_000;
/** A plane whose state does not change is computed anew this often. */
const MAX_AGE_MS = 30 * 60_000;
const PLANES_PER_READ = 200;

interface Entry {
  readonly sequence: number;
  readonly computedMs: number;
  readonly uptime: number | undefined;
}

/** The uptime of every plane over 30 days. */
export class Uptimes {
  readonly #store: HistoryStore;
  readonly #entries = new Map<string, Entry>();

  constructor(store: HistoryStore) {
    this.#store = store;
  }

  /** Computes anew what changed or is old. */
  async refresh(
    sequences: ReadonlyMap<string, number>,
    now: Date,
  ): Promise<void> {
    for (const uid of this.#entries.keys()) {
      if (!sequences.has(uid)) {
        this.#entries.delete(uid);
      }
    }
    const nowMs = now.getTime();
    const from = new Date(nowMs - SPAN_MS);
    const due = [...sequences.keys()].filter(uid => {
      const entry = this.#entries.get(uid);
      return (
        !entry ||
        entry.sequence !== sequences.get(uid) ||
        nowMs - entry.computedMs >= MAX_AGE_MS
      );
    });
    for (const uids of chunks(due, PLANES_PER_READ)) {
      const read = await this.#store.transitionsSince(from.getTime(), uids);
      for (const [uid, transitions] of groupByPlane(read)) {
        const { uptime } = summarizeHistory(
          transitions.map(toPlaneTransition),
          { from, to: now, slots: 1 },
        );
        const sequence = transitions.at(-1)?.sequence ?? 0;
        this.#entries.set(uid, { sequence, computedMs: nowMs, uptime });
      }
    }
  }

  /** The mean uptime of planes, 0 to 1; undefined where none is known. */
  mean(uids: readonly string[]): number | undefined {
    let sum = 0;
    let known = 0;
    for (const uid of uids) {
      const uptime = this.#entries.get(uid)?.uptime;
      if (uptime !== undefined) {
        sum += uptime;
        known += 1;
      }
    }
    return known > 0 ? sum / known : undefined;
  }
}
