import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AgentLiveness,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type InventoryChange,
  isSourceKnown,
  OutageLog,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { firstObservations } from './firstObservations';
import type { HistoryStore } from './HistoryStore';
import { observePlane } from './observePlane';
import { OtherRecorders } from './OtherRecorders';
import { planeFacts } from './planeFacts';
import { TransitionWriter } from './TransitionWriter';
import type { RecordedTransition } from './types';
import { unobservedSince } from './unobservedSince';

/** Time without any recorder that counts as time that nobody saw. */
const GAP_MS = 2 * 60_000;
/** How much later than another replica this one may hear of a new plane. */
const NEWS_DELAY_MS = 10_000;

/** Options of {@link HistoryRecorder.create}. */
export interface HistoryRecorderOptions {
  readonly inventory: PlaneInventory;
  readonly store: HistoryStore;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  /** How old a heartbeat may be before `connected` is not believed any more. */
  readonly staleAfterMs: number;
  /** Called with what this replica recorded. */
  readonly onRecorded?: (transitions: readonly RecordedTransition[]) => void;
}

/** Watches the inventory and has each change of a plane's state recorded, and the times when nobody watched. */
export class HistoryRecorder {
  readonly #inventory: PlaneInventory;
  readonly #store: HistoryStore;
  readonly #clock: () => Date;
  readonly #staleAfterMs: number;
  readonly #writer: TransitionWriter;
  readonly #outage: OutageLog;
  readonly #id = randomUUID();
  readonly #others = new OtherRecorders();
  /** When this replica last watched; undefined until it knows who did before. */
  #watchedMs: number | undefined;
  #unsubscribe: (() => void) | undefined;

  private constructor(options: HistoryRecorderOptions) {
    this.#inventory = options.inventory;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#staleAfterMs = options.staleAfterMs;
    this.#writer = new TransitionWriter(options);
    this.#outage = new OutageLog({
      ...options,
      task: 'record the history of planes in the database',
    });
  }

  static create(options: HistoryRecorderOptions): HistoryRecorder {
    return new HistoryRecorder(options);
  }

  /** Begins to record what happens to the inventory, once the first {@link HistoryRecorder.tick} is done. */
  start(): void {
    this.#unsubscribe ??= this.#inventory.subscribe(changes => {
      // Before that it is not known since when nobody watched, which is to be written first.
      if (this.#watchedMs !== undefined) {
        for (const change of changes) {
          this.#note(change);
        }
        this.#writer.flush().catch(error => this.#outage.failed(error));
      }
    });
  }

  /** Resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    await this.#writer.flush().catch(error => this.#outage.failed(error));
  }

  /**
   * Looks at every plane, every few seconds: states change by time alone, and what could not be written before is to be
   * written still.
   */
  async tick(): Promise<void> {
    try {
      await this.#watch();
    } catch (error) {
      this.#outage.failed(error);
      // What happens while the database is away is observed all the same, and waits to be written.
      this.#observeIfWatching();
      return;
    }
    try {
      this.#observeIfWatching();
      await this.#writer.flush();
      this.#outage.worked();
    } catch (error) {
      this.#outage.failed(error);
    }
  }

  #observeIfWatching(): void {
    if (this.#watchedMs !== undefined) {
      this.#observeAll();
      this.#observeRemovals();
    }
  }

  /** Says that somebody watches, after writing since when nobody did. */
  async #watch(): Promise<void> {
    const nowMs = this.#clock().getTime();
    const watchedMs = this.#watchedMs;
    if (watchedMs !== undefined) {
      // Also where the database cannot be told: what is seen now is recorded when it can.
      this.#watchedMs = nowMs;
    }
    const aliveTimes = await this.#store.aliveTimes();
    const aliveMs = latest([watchedMs, ...aliveTimes.values()]);
    aliveTimes.delete(this.#id);
    if (this.#others.hasOneEnded(aliveTimes, nowMs)) {
      // It may have recorded what was not seen here, and not have lived to record what came after.
      this.#writer.forget();
    }
    await this.#writer.load();
    if (aliveMs !== undefined && nowMs - aliveMs > GAP_MS) {
      await this.#writeUnobserved(aliveMs);
    }
    await this.#store.keepAlive(this.#id, nowMs);
    this.#watchedMs = nowMs;
  }

  async #writeUnobserved(aliveMs: number): Promise<void> {
    for (const state of this.#writer.states) {
      const unobserved = unobservedSince(state, aliveMs);
      if (unobserved) {
        this.#writer.add(unobserved);
      }
    }
    await this.#writer.flush();
  }

  #note(change: InventoryChange): void {
    switch (change.type) {
      case 'agent': {
        // At the gateway's own time: an agent that goes and comes makes two changes, even when they are told at once.
        const asOf = change.liveness?.asOf;
        const at = asOf === undefined ? this.#clock() : new Date(asOf);
        this.#observe(change.plane, at, change.liveness);
        break;
      }
      case 'added':
      case 'changed':
        this.#observeNow(change.plane, this.#clock());
        break;
      case 'removed':
        this.#addRemoval(change.plane.uid, change.plane.ref.controlPlane);
        break;
      case 'source':
        this.#observeAll(change.source.controlPlane);
        break;
      default:
        this.#observeAll(change.gateway.controlPlane);
    }
  }

  #observeAll(controlPlane?: string): void {
    const now = this.#clock();
    for (const plane of this.#inventory.snapshot().planes) {
      if (
        controlPlane === undefined ||
        plane.ref.controlPlane === controlPlane
      ) {
        this.#observeNow(plane, now);
      }
    }
  }

  #observeNow(plane: Plane, now: Date): void {
    this.#observe(plane, now, this.#inventory.livenessOf(plane.ref));
  }

  #observe(plane: Plane, at: Date, liveness: AgentLiveness | undefined): void {
    const facts = { ...planeFacts(this.#inventory, plane), liveness };
    const observation = observePlane(facts, at, this.#staleAfterMs);
    if (!observation) {
      return;
    }
    const observations = this.#writer.knows(plane.uid)
      ? [observation]
      : firstObservations(observation, plane);
    for (const one of observations) {
      this.#writer.add(one);
    }
  }

  /** Planes that went while nobody watched. */
  #observeRemovals(): void {
    const { sources } = this.#inventory.snapshot();
    const known = new Set(sources.map(({ controlPlane }) => controlPlane));
    for (const source of sources) {
      if (!isSourceKnown(source)) {
        known.delete(source.controlPlane);
      }
    }
    const heardMs = this.#clock().getTime() - NEWS_DELAY_MS;
    for (const { planeUid, controlPlane, sinceMs } of this.#writer.states) {
      if (
        known.has(controlPlane) &&
        sinceMs <= heardMs &&
        !this.#inventory.getByUid(planeUid)
      ) {
        this.#addRemoval(planeUid, controlPlane);
      }
    }
  }

  #addRemoval(planeUid: string, controlPlane: string): void {
    const atMs = this.#clock().getTime();
    this.#writer.add({
      planeUid,
      controlPlane,
      state: 'unobserved',
      reason: 'The plane is gone from its control plane.',
      atMs,
      removedAtMs: atMs,
    });
  }
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter(time => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
