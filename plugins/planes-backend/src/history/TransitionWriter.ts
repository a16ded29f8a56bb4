import type { HistoryStore } from './HistoryStore';
import { isDifferent, nextState } from './nextState';
import { rounds } from './rounds';
import { lastTransition } from './rows';
import type { CurrentState, Observation, RecordedTransition } from './types';

/** How often one observation may find that another replica was faster. */
const MAX_ATTEMPTS = 3;
/** How many observations wait for a database that is away; the oldest are given up first. */
const MAX_WAITING = 50_000;

/** Options of {@link TransitionWriter}. */
export interface TransitionWriterOptions {
  readonly store: HistoryStore;
  /** Called with what this replica recorded. */
  readonly onRecorded?: (transitions: readonly RecordedTransition[]) => void;
}

/**
 * Writes observations that differ from what is recorded, each change once, with any number of replicas on one database.
 *
 * @remarks
 * It remembers of each plane what it wrote last, or found written when it wanted to write. It does not follow what others
 * write in between: replicas see one change a moment apart, and the later one would take it back.
 */
export class TransitionWriter {
  readonly #options: TransitionWriterOptions;
  readonly #current = new Map<string, CurrentState>();
  /** The last observation in the queue, by plane. */
  readonly #queued = new Map<string, Observation>();
  #queue: Observation[] = [];
  #loaded = false;
  #flushing: Promise<void> | undefined;

  constructor(options: TransitionWriterOptions) {
    this.#options = options;
  }

  /** Every plane's state as this replica last knew it. */
  get states(): Iterable<CurrentState> {
    return this.#current.values();
  }

  /** Has what is recorded read again by the next {@link TransitionWriter.load}. */
  forget(): void {
    this.#loaded = false;
  }

  /** Reads what is recorded, unless that was done. */
  async load(): Promise<void> {
    if (!this.#loaded) {
      await this.#read();
      this.#loaded = true;
    }
  }

  /** Whether anything is recorded of a plane, or about to be. */
  knows(planeUid: string): boolean {
    return this.#queued.has(planeUid) || this.#current.has(planeUid);
  }

  /** Takes an observation to be written, if it is news as far as this replica knows. */
  add(observation: Observation): void {
    const { planeUid } = observation;
    const last = this.#queued.get(planeUid) ?? this.#current.get(planeUid);
    if (isDifferent(last, observation)) {
      this.#queue.push(observation);
      this.#queued.set(planeUid, observation);
    }
  }

  /**
   * Writes what was taken.
   *
   * @throws where the database fails; what is not written then waits for the next time
   */
  flush(): Promise<void> {
    this.#flushing ??= this.#drain();
    return this.#flushing;
  }

  async #drain(): Promise<void> {
    let waiting: Observation[] = [];
    try {
      await this.load();
      while (this.#queue.length > 0) {
        const pending = rounds(this.#queue.splice(0));
        waiting = pending.flat();
        for (const round of pending) {
          await this.#write(round);
          waiting = waiting.slice(round.length);
        }
      }
      this.#queued.clear();
    } finally {
      this.#keep(waiting);
      this.#flushing = undefined;
    }
  }

  /** Puts back what could not be written, before what came since. */
  #keep(waiting: readonly Observation[]): void {
    if (waiting.length > 0) {
      this.#queue = [...waiting, ...this.#queue].slice(-MAX_WAITING);
    }
  }

  async #write(round: readonly Observation[]): Promise<void> {
    let observations = round;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const next = observations.flatMap(
        observation =>
          nextState(this.#current.get(observation.planeUid), observation) ?? [],
      );
      if (next.length === 0) {
        return;
      }
      const recorded = await this.#options.store.record(next);
      const won = next.filter(({ planeUid }) => recorded.has(planeUid));
      for (const state of won) {
        this.#current.set(state.planeUid, state);
      }
      this.#options.onRecorded?.(won.map(lastTransition));
      if (won.length === next.length) {
        return;
      }
      const lost = next.filter(({ planeUid }) => !recorded.has(planeUid));
      await this.#read(lost.map(({ planeUid }) => planeUid));
      observations = observations.filter(
        ({ planeUid }) => !recorded.has(planeUid),
      );
    }
  }

  async #read(uids?: readonly string[]): Promise<void> {
    for (const uid of uids ?? []) {
      this.#current.delete(uid);
    }
    for (const state of await this.#options.store.currentStates(uids)) {
      this.#current.set(state.planeUid, state);
    }
  }
}
