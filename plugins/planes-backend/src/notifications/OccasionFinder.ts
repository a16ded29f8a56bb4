import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  groupByPlane,
  type HistoryStore,
  observePlane,
  planeFacts,
} from '../history';
import { agentOccasion } from './agentOccasion';
import { certificateOccasion } from './certificateOccasion';
import { isLost } from './isLost';
import type { NotificationStore, OpenLoss } from './NotificationStore';
import type { Occasion } from './occasions';

/** A loss that could not be told for so long is no news any more. */
const NEWS_MS = 24 * 60 * 60_000;

/** Options of {@link OccasionFinder}. */
export interface OccasionFinderOptions {
  readonly inventory: PlaneInventory;
  readonly history: HistoryStore;
  readonly store: NotificationStore;
  /** How old a heartbeat may be before `connected` is not believed any more. */
  readonly staleAfterMs: number;
  /** How long a plane must be without an agent before its owner is told. */
  readonly agentLostAfterMs: number;
}

/** Finds what the owners of planes are to be told, of all planes. */
export class OccasionFinder {
  readonly #options: OccasionFinderOptions;

  constructor(options: OccasionFinderOptions) {
    this.#options = options;
  }

  /** What is to be told now. Of agent CAs also what was told before. */
  async find(now: Date): Promise<Occasion[]> {
    const { planes } = this.#options.inventory.snapshot();
    const certificates = planes.map(plane => certificateOccasion(plane, now));
    const agents = await this.#findOfAgents(now);
    return [...agents, ...certificates].filter(
      (occasion): occasion is Occasion => occasion !== undefined,
    );
  }

  async #findOfAgents(now: Date): Promise<(Occasion | undefined)[]> {
    const { history, store, agentLostAfterMs } = this.#options;
    const openLosses = await store.openLosses(now);
    const seen = this.#look(openLosses, now);
    const transitions = groupByPlane(
      await history.transitionsSince(now.getTime() - NEWS_MS, [...seen.keys()]),
    );
    return Array.from(seen, ([planeUid, state]) =>
      agentOccasion(
        {
          planeUid,
          seen: state,
          transitions: transitions.get(planeUid) ?? [],
          openLoss: endOf(openLosses.get(planeUid), state),
        },
        now,
        agentLostAfterMs,
      ),
    );
  }

  /** The planes of which there may be something to tell: lost and not told, or told and connected. */
  #look(
    openLosses: ReadonlyMap<string, OpenLoss>,
    now: Date,
  ): Map<string, RecordedState> {
    const { inventory, staleAfterMs } = this.#options;
    const seen = new Map<string, RecordedState>();
    for (const plane of inventory.snapshot().planes) {
      const facts = planeFacts(inventory, plane);
      const state = observePlane(facts, now, staleAfterMs)?.state;
      const loss = openLosses.get(plane.uid);
      if (state && (endOf(loss, state) || (isLost(state) && !loss?.isTold))) {
        seen.set(plane.uid, state);
      }
    }
    return seen;
  }
}

/** The key of the loss that is over. */
function endOf(
  loss: OpenLoss | undefined,
  state: RecordedState,
): string | undefined {
  return state === 'connected' ? loss?.key : undefined;
}
