import {
  type HistorySummary,
  type PlaneTransition,
  summarizeHistory,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { toPlaneTransition } from './rows';
import type { RecordedTransition } from './types';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SLOTS = 48;

interface Entry {
  /** The last transition up to which none is missing. */
  sequence: number;
  transitions: PlaneTransition[];
  summary?: { readonly minute: number; readonly value: HistorySummary };
}

/** The transitions of the last 24 hours of every plane, and the one before them, in memory. */
export class RecentHistory {
  readonly #entries = new Map<string, Entry>();

  /** The planes whose last transition is not the one given here, or that are missing. */
  outdated(sequences: ReadonlyMap<string, number>): string[] {
    return [...sequences]
      .filter(([uid, last]) => this.#entries.get(uid)?.sequence !== last)
      .map(([uid]) => uid);
  }

  /** Forgets all planes but these, and what is older than the last 24 hours. */
  prune(sequences: ReadonlyMap<string, number>, nowMs: number): void {
    for (const [uid, entry] of this.#entries) {
      if (!sequences.has(uid)) {
        this.#entries.delete(uid);
        continue;
      }
      const first = entry.transitions.findIndex(
        ({ at }) => Date.parse(at) > nowMs - DAY_MS,
      );
      const before = first < 0 ? entry.transitions.length - 1 : first - 1;
      if (before > 0) {
        entry.transitions = entry.transitions.slice(before);
      }
    }
  }

  /** Takes over what was read of a plane, in order, unless more is known. */
  replace(uid: string, transitions: readonly RecordedTransition[]): void {
    const sequence = transitions.at(-1)?.sequence ?? 0;
    const known = this.#entries.get(uid);
    if (!known || known.sequence <= sequence) {
      this.#entries.set(uid, {
        sequence,
        transitions: transitions.map(toPlaneTransition),
      });
    }
  }

  /** Takes over a transition that was just recorded. */
  append(transition: RecordedTransition): void {
    const { planeUid, sequence } = transition;
    const entry = this.#entries.get(planeUid);
    if (!entry) {
      if (sequence === 1) {
        this.replace(planeUid, [transition]);
      }
      return;
    }
    if (sequence > entry.sequence) {
      entry.transitions.push(toPlaneTransition(transition));
      entry.summary = undefined;
      // Where another replica's transition is missing in between, the plane stays outdated.
      if (sequence === entry.sequence + 1) {
        entry.sequence = sequence;
      }
    }
  }

  summary(uid: string, nowMs: number): HistorySummary | undefined {
    const entry = this.#entries.get(uid);
    if (!entry) {
      return undefined;
    }
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (entry.summary?.minute !== minute) {
      const value = summarizeHistory(entry.transitions, {
        from: new Date(nowMs - DAY_MS),
        to: new Date(nowMs),
        slots: SLOTS,
      });
      entry.summary = { minute, value };
    }
    return entry.summary.value;
  }
}
